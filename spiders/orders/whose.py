"""Whose order a document is about: the retailer's, which it names, or another shop's."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from spiders.document_text import document_text
from spiders.errors import Changed
from spiders.orders.kinds import MAIL, kind_of
from spiders.orders.record import Order, other
from spiders.orders.words import fold

ANOTHER = "it is another shop's: it does not name the retailer"


def names_of(name: str, url: str, others: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of a retailer: its own, the host of its pages, and others that it goes by.

    >>> names_of("Kade", "https://www.kade.example/nl")
    ('Kade', 'kade.example')
    """
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return (name, *others, *([host] if re.search(r"[a-z]", host) and "." in host else []))


def ours_only(orders: list[Order], body: bytes, name: str, names: Iterable[str]) -> list[Order]:
    """Return a document's orders; one record of the type other where it is another shop's."""
    numbered = [order for order in orders if order.invoice_number or order.order_number]
    return [other(ANOTHER)] if numbered and _is_of_another(numbered, body, name, names) else orders


def _is_of_another(orders: list[Order], body: bytes, name: str, names: Iterable[str]) -> bool:
    """Tell whether a document has a sender or a seller, and nowhere names the retailer.

    What names nobody, such as a ledger of one's own, is not another's.
    """
    ours = re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(fold(each)) for each in names)})(?![^\W_])")
    sellers = {order.seller for order in orders if order.seller}
    if ours.search(fold(body.decode("utf-8", "replace"))) or ours.search(fold(" ".join(sellers))):
        return False
    kind = kind_of(body, "", name)
    return (kind == MAIL or bool(sellers)) and not ours.search(fold(_text(body, kind)))


def _text(body: bytes, kind: str) -> str:
    """Return a document's text; empty where it has none that can be read."""
    try:
        return document_text(body, kind)
    except Changed:
        return ""
