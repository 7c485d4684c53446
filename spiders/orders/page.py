"""A saved page or the HTML of a mail: its markup, and the text that a reader sees."""

import re

from spiders.markup import visible_text
from spiders.orders.combining import combined
from spiders.orders.page_layout import readable
from spiders.orders.record import Order
from spiders.orders.schema_org import read_markup
from spiders.orders.text import read_text

_LONGEST = 8_000_000
_TOUCHING = re.compile(r"([^\W\d]{4}:?</\w{1,6}>)(?=<\w{1,6}(?: [^<>]{0,300})?>(?:[#\d]|[A-Z]{1,4}-?\d))")
"""Where a label ends and a number begins in elements that only a style sheet parts."""


_TOUCHING_DIGITS = re.compile(r"(\d</\w{1,6}>)(?=<\w{1,6}(?: [^<>]{0,300})?>\d)")
"""Where a number ends and a day begins, likewise."""


def read_page(markup: str, *, subject: str = "", timezone: str = "UTC") -> list[Order]:
    """Return the orders of a page: what its markup says, completed by what is to be read."""
    told = markup[:_LONGEST]
    parted = _TOUCHING_DIGITS.sub(r"\1 ", _TOUCHING.sub(r"\1 ", told))
    text = visible_text(readable(parted), "\t")
    return combined(read_markup(told), read_text(text, subject=subject, timezone=timezone), one_document=True)
