"""Which of the products that a page tells of are its own: those at its address, or those that its title names."""

import re
from html import unescape

from spiders.prices.address import path_of
from spiders.prices.offer import Offer

_TITLE = re.compile(r"<title[^<>]*>([^<]{0,1000})</title", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^<>]*>(.{0,2000}?)</h1", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def own(offers: list[Offer], url: str | None, markup: str) -> list[Offer]:
    """Return the offers of a page's own products; all where neither its address nor its title tells them apart.

    >>> tea, mug = (Offer(name=name, method="json-ld") for name in ("Tea", "Mug"))
    >>> own([mug, tea], None, "<title>Tea | Shop</title>") == [tea]
    True
    """
    if len({offer.name for offer in offers}) < 2 and len({offer.url for offer in offers}) < 2:
        return offers
    here = [offer for offer in offers if path_of(url) and path_of(offer.url) == path_of(url)]
    if here:
        names = {offer.name for offer in here}
        return [offer for offer in offers if offer in here or (offer.name in names and not offer.url)]
    return _titled(offers, markup) or offers


def _titled(offers: list[Offer], markup: str) -> list[Offer]:
    """Return the offers whose product is named in the page's only heading or its title; of two names the longer one."""
    headings = _HEADING.findall(markup)
    for told in [*(headings if len(headings) == 1 else []), *_TITLE.findall(markup)[:1]]:
        title = _plain(_TAG.sub(" ", told))
        named = [(len(name), offer) for offer in offers if (name := _named_in(title, offer))]
        if named:
            longest = max(length for length, _ in named)
            return [offer for length, offer in named if length == longest]
    return []


def _named_in(title: str, offer: Offer) -> str:
    """Return what a title calls an offer's product: its own name, or that of which it is a variant."""
    names = (_plain(name) for name in (offer.name, offer.group) if name)
    return next((name for name in names if name in title), "")


def _plain(text: str) -> str:
    return " ".join(unescape(text).lower().split())
