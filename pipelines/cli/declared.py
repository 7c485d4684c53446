"""What a retailer's file declares, as rows of the warehouse."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from spiders.declaration import Claim, Event, Retailer

TABLES = ("retailer", "source", "assumption", "event", "claim", "basket")
_ASSUMPTION_IDS = {
    "number_step": "A2", "lag_days": "A3", "split_share": "A4", "void_share": "A5", "home_share": "A6",
    "open_statuses": "A7", "hold_minutes": "S1", "cutoff_minutes": "S2",
}  # fmt: skip


def rows_of(retailer: Retailer) -> Mapping[str, list[dict[str, Any]]]:
    """Return the rows of each table of ``TABLES``."""
    of_retailer = {"retailer": retailer.slug}
    return {
        "retailer": [_retailer_row(retailer)],
        "source": _source_rows(retailer),
        "assumption": _assumption_rows(retailer),
        "event": [of_retailer | _event_row(event) for event in retailer.events],
        "claim": [of_retailer | _claim_row(claim) for claim in retailer.claims],
        "basket": _basket_rows(retailer),
    }


def _retailer_row(retailer: Retailer) -> dict[str, Any]:
    words = ("name", "country", "timezone", "currency", "url", "robots", "holidays")
    return {"retailer": retailer.slug, **{word: getattr(retailer, word) for word in words}}


def _source_rows(retailer: Retailer) -> list[dict[str, Any]]:
    return [
        {
            "retailer": retailer.slug,
            "source": source.slug,
            "kind": source.kind,
            "platform": source.platform,
            "every_seconds": int(source.period.total_seconds()),
            "position": position,
            "expect_min": source.expect.min,
            "expect_max": source.expect.max,
            "seller": source.seller or retailer.slug,
        }
        for position, source in enumerate(retailer.sources)
    ]


def _assumption_rows(retailer: Retailer) -> list[dict[str, Any]]:
    return [
        {
            "retailer": retailer.slug,
            "assumption": assumption,
            "name": name,
            "why": {str(word): why for word, why in retailer.assumptions.why.items()}.get(name),
            **_value(getattr(retailer.assumptions, name)),
        }
        for name, assumption in _ASSUMPTION_IDS.items()
    ]


def _value(value: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the declaration's words hold
    """Return bounds, a value as both bounds, or a word."""
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return {"low": None, "high": None, "word": " ".join(value)}
    low, high = value if isinstance(value, tuple) else (value, value)
    return {"low": low, "high": high, "word": None}


def _basket_rows(retailer: Retailer) -> list[dict[str, Any]]:
    return [
        {"retailer": retailer.slug, "basket": basket.name, "position": position, **item.model_dump()}
        for basket in retailer.baskets
        for position, item in enumerate(basket.items)
    ]


def _event_row(event: Event) -> dict[str, Any]:
    return {"local_date": event.date, "days": event.days, "kind": event.kind, "label": event.label, "url": event.url}


def _claim_row(claim: Claim) -> dict[str, Any]:
    day = isinstance(claim.value, date)
    words = {word: getattr(claim, word) for word in ("quantity", "scope", "operator", "label", "url")}
    return {
        "claimed_date": claim.date,
        "value": None if day else claim.value,
        "value_date": claim.value if day else None,
        **words,
    }
