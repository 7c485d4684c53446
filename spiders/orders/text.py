"""Orders in a text for people, by labels in the languages of Europe."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from zoneinfo import ZoneInfo

from spiders.orders import notices
from spiders.orders.amounts import Writing, writing_of
from spiders.orders.dates import order_of
from spiders.orders.evidence import Evidence, Ways, evidence
from spiders.orders.grouping import parted
from spiders.orders.labels import languages
from spiders.orders.lines import lines_of
from spiders.orders.record import CONTRADICTED, Order, Type, other
from spiders.orders.tables import tables
from spiders.orders.words import words

_LONGEST = 400_000
"""How much of a text is read, in characters; documents for people are shorter."""
_QUOTED = re.compile(r"^\s*>.*$", re.MULTILINE)
_EUROPE = re.compile(r"€|£|\b(?:EUR|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON|INR|AUD|VAT|GST)\b")
_PICKUP = re.compile(r"\b(?:pick-?up|click (?:&|and) collect|abholung|afhalen|ophalen|retrait|recogida|ritiro|henting|afhentning|hamta|nouto|odbior)\b")  # fmt: skip
_NOT_AN_ORDER = {"cancellation": "a cancellation", "refund": "a notice of a refund"}
_SAME = 0.1


def read_text(text: str, *, subject: str = "", timezone: str = "UTC") -> list[Order]:
    """Return the orders of a text in its order; one of the type other, with its reason, where there is none."""
    told = _QUOTED.sub("", text.encode("utf-8", "replace").decode()[:_LONGEST])
    language = _language(told)
    ways = Ways(
        writing=writing_of(told, language),
        order=order_of(told, european=language != "en" or _EUROPE.search(told) is not None),
        timezone=ZoneInfo(timezone),
    )
    lines = lines_of(f"{subject}\n{told}")
    rows, taken = tables(lines, ways)
    stated = sorted([*rows, *evidence(lines, ways, taken)], key=lambda each: each.line)
    about = notices.notice(subject, told)
    orders = [_order(group, about, told, ways) for group in parted(stated)]
    return [order for order in orders if order]


def _language(text: str) -> str | None:
    """Return the language whose labels' words are most frequent; None where there are none."""
    told = Counter(word.text for word in words(text[:20_000]))
    scores = {name: sum(told[word] for word in _vocabulary(name)) for name in languages()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else None


def _vocabulary(name: str) -> Iterable[str]:
    table = languages()[name]
    return {word.text for phrases in table.values() for phrase in phrases for word in words(phrase) if len(word.text) > 2}
