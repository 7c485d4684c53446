"""Pages that say of themselves that they are about no one product: a cart, a list, an article."""

import re
from pathlib import Path

from spiders.prices.address import is_front, path_of

_TYPES = "|".join(
    ("CollectionPage", "SearchResultsPage", "CheckoutPage", "BlogPosting", "NewsArticle", "Article", "ContactPage")
)
_SAID = re.compile(
    rf"\"@type\"\s*:\s*\"(?:https?://schema\.org/)?(?:{_TYPES})\""
    r"|<meta[^<>]*og:type[\"']?\s+content=[\"']?(?:article|product\.group|blog)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(r"[_.-]+")


def _table() -> dict[str, set[str]]:
    lines = Path(__file__).with_name("about.tsv").read_text(encoding="utf-8").splitlines()
    return {kind: set(words.split("|")) for kind, words in (ln.split("\t") for ln in lines if not ln.startswith("#"))}


_WORDS = _table()
_ELSE = set().union(*_WORDS.values())
_WITHIN = _ELSE - _WORDS["list"]
"""What says it of all pages below an address, too; a product may be found below a list."""


def is_of_no_product(markup: str, url: str | None, heading: str) -> bool:
    """Tell whether a page says of itself, by its type, address or heading, that it is about something else.

    >>> is_of_no_product("", "https://shop.example/cart", "Tea"), is_of_no_product("", None, "Your cart (2)")
    (True, True)
    """
    words = " ".join(_WORD.findall(heading.lower()))
    if (url and is_front(url)) or any(f" {lost} " in f" {words} " for lost in _WORDS["lost"]):
        return True
    parts = [" ".join(_PARTED.split(part)) for part in path_of(url).lower().split("/")]
    return {words, parts[-1]} & _ELSE != set() or not _WITHIN.isdisjoint(parts[1:2]) or bool(_SAID.search(markup))
