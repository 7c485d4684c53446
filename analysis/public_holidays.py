"""Public holidays of a country, offered to the calendar of a retailer that trades there."""

from collections.abc import Iterable

import holidays

from analysis.estimators.calendar import ORDINARY, Calendar, Event


def public_holidays(country: str, treated: str, years: Iterable[int]) -> Calendar:
    """Return the holidays of ``years`` as events (``unlike``), closed days (``closed``), or not at all (``ordinary``).

    ``country``: ISO 3166 alpha-2. One that the library does not know has none.

    >>> [event.label for event in public_holidays("NL", "unlike", [2025]).events][:2]
    ["New Year's Day", 'Good Friday']
    """
    if treated == "ordinary" or country not in holidays.list_supported_countries():
        return ORDINARY
    found = sorted(holidays.country_holidays(country, years=list(years), language="en_US").items())
    if treated == "closed":
        return Calendar(closed=tuple(day for day, _ in found))
    return Calendar(events=tuple(Event(start=day, label=name) for day, name in found))
