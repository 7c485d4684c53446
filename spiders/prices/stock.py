"""What a page's visible words say of stock, apart from what its markup says: shops contradict themselves."""

import re
from pathlib import Path

_SHOWN = re.compile(r">\s*+([^<>{}\s][^<>{}]{1,100}+)<")


def _table() -> dict[str, str]:
    lines = Path(__file__).with_name("stock.tsv").read_text(encoding="utf-8").splitlines()
    told = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: ours for ours, words in told for word in words.split("|")}


_WORDS = _table()


def availability_text(markup: str) -> str | None:
    """Return in_stock or out_of_stock where an element of the page says just that; None where none does, or both.

    >>> availability_text("<p>Op voorraad</p>"), availability_text("<b>Sold out!</b><b>In stock</b>")
    ('in_stock', None)
    """
    told = {_WORDS.get(shown.rstrip(" \n\r\t.!*").lower()) for shown in _SHOWN.findall(markup)} - {None}
    return told.pop() if len(told) == 1 else None
