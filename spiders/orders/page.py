"""A saved page or the HTML of a mail: its markup, and the text that a reader sees."""

from spiders.markup import visible_text
from spiders.orders.combining import combined
from spiders.orders.record import Order
from spiders.orders.schema_org import read_markup
from spiders.orders.text import read_text

_LONGEST = 8_000_000


def read_page(markup: str, *, subject: str = "", timezone: str = "UTC") -> list[Order]:
    """Return the orders of a page: what its markup says, completed by what is to be read."""
    told = markup[:_LONGEST]
    return combined(read_markup(told), read_text(visible_text(told, "\t"), subject=subject, timezone=timezone))
