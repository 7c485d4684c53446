"""How a document writes: its language, its amounts, its days, its zone."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from spiders.orders.amounts import Writing, writing_of
from spiders.orders.dates import Order, order_of
from spiders.orders.labels import languages
from spiders.orders.words import words

_EUROPE = re.compile(r"€|£|\b(?:EUR|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON|INR|AUD|VAT|GST)\b")
_DOTTED = re.compile(r"(?<![\d./-])(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4})(?![\d/-])")
_WITH_DOTS = {"bg", "cs", "da", "de", "et", "fi", "hr", "hu", "no", "pl", "sk", "sl"}
"""Languages that write days with dots."""


@dataclass(frozen=True)
class Ways:
    """How a document writes."""

    writing: Writing
    order: Order
    timezone: ZoneInfo
    dotted: bool = False
    """Whether its days have dots or hyphens, so that 12/01/2025 is the twelfth invoice of a month and no day."""


def ways_of(text: str, timezone: str) -> Ways:
    """Return how a text writes; ``timezone``: that of its times."""
    language = _language(text)
    return Ways(
        writing=writing_of(text, language),
        order=order_of(text, european=language != "en" or _EUROPE.search(text) is not None),
        timezone=ZoneInfo(timezone),
        dotted=language in _WITH_DOTS or _DOTTED.search(text) is not None,
    )


def _language(text: str) -> str | None:
    """Return the language whose labels' words are most frequent; None where there are none."""
    told = Counter(word.text for word in words(text[:20_000]))
    scores = {name: sum(told[word] for word in _vocabulary(name)) for name in languages()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else None


@cache
def _vocabulary(name: str) -> frozenset[str]:
    table = languages()[name]
    return frozenset(
        word.text for phrases in table.values() for phrase in phrases for word in words(phrase) if len(word.text) > 2
    )
