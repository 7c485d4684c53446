"""What follows from a row of a locator: windows in OSM syntax and their sum; access, kind and status in our words."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date

from pipelines import hours
from pipelines.places import in_our_words, status_of_hours

_DAYS = ("opens_on", "closes_on")


def completed(row: Mapping[str, object], country: str | None, repairs: Counter[str]) -> dict[str, object]:
    """Return a row with all that follows from it; what was not understood is counted in ``repairs``, and why.

    ``country`` (ISO 3166) is that of rows that name none. Windows that are not understood stay beside as they were
    written; a kind or a day that is not, is left out.
    """
    told = dict(row)
    told["country"] = told.get("country") or country
    told |= _in_our_words(row, repairs) | _days(row, repairs)
    if row.get("pickup_hours") is not None:
        told |= _opening(row["pickup_hours"], told["country"], repairs)
        if told.get("status") is None:
            told |= status_of_hours(told["pickup_hours"], row["pickup_hours"])  # type: ignore[arg-type]
    return told


def _in_our_words(row: Mapping[str, object], repairs: Counter[str]) -> dict[str, object]:
    ours = in_our_words(row)
    for field in ("access", "kind", "status"):
        if row.get(field) is not None and ours.get(field) is None:
            repairs[f"{field} not understood"] += 1
        elif row.get(field) is not None and ours[field] != row[field]:
            repairs[f"{field} in our words"] += 1
    return ours


def _opening(windows: object, country: object, repairs: Counter[str]) -> dict[str, object]:
    osm, why = hours.normalised(windows, str(country) if country else None)
    week = hours.week(osm) if osm is not None else None
    if week is None:
        repairs[f"pickup_hours not understood: {why}"] += 1
        return {"pickup_hours": None, "pickup_hours_text": _as_text(windows)}
    return {"pickup_hours": osm, "pickup_hours_week": week[0], "pickup_weekdays": week[1]}


def _as_text(windows: object) -> str:
    return windows if isinstance(windows, str) else json.dumps(windows, ensure_ascii=False, default=str)


def _days(row: Mapping[str, object], repairs: Counter[str]) -> dict[str, object]:
    """Return the days of opening and closing; of a moment its day, as it is written."""
    days: dict[str, object] = {}
    for name in _DAYS:
        if isinstance(text := row.get(name), str):
            try:
                days[name] = date.fromisoformat(text.strip().replace(" ", "T").partition("T")[0])
            except ValueError:
                days[name] = None
                repairs[f"{name} not understood"] += 1
    return days
