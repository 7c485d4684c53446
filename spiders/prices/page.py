"""Which evidence of a page counts: the most specific that tells a price, and what speaks against it is said."""

import re
from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]
from parsel import Selector

from spiders import json_ld
from spiders.json_ld import Node
from spiders.markup import decoded
from spiders.prices import microdata
from spiders.prices.about import is_of_no_product
from spiders.prices.doubt import doubted
from spiders.prices.market import currency_of
from spiders.prices.meta import meta, meta_offer
from spiders.prices.offer import Offer
from spiders.prices.own import own
from spiders.prices.product import offers_of
from spiders.prices.shop_json import shop_offers
from spiders.prices.state import state_offer
from spiders.prices.stock import availability_text
from spiders.prices.visible import heading_of, visible_offer

_OF_ONE = re.compile(
    r"<meta[^<>]*(?:og:type[\"']?\s+content=[\"']?(?:og:)?product|(?:og|product):price:amount)", re.IGNORECASE
)
"""What says that a page is about one product: a list on it is of others."""
_MARKED = re.compile(r"\bitemprop\b|\btypeof\b")
_FILLABLE = ("name", "sku", "gtin", "brand", "currency", "availability")


def read_offers(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Offer]:
    """Return the offers of a page or response, the page's own product's only; without price where it tells none.

    ``url`` is where it came from: it tells the page's own product from others, and what ``$`` means. JSON-LD counts
    before microdata, that before OpenGraph, that before what is shown; weaker evidence only adds what is missing.
    """
    if body.lstrip()[:1] in (b"{", b"["):
        return shop_offers(body)
    markup = decoded(body, content_type)
    offers = _read(markup, url)
    if len({offer.sku for offer in offers}) != 1:
        return offers  # the words may be about another of them
    seen = availability_text(markup)
    return [replace(offer, availability_text=seen) for offer in offers] if seen else offers


def _read(markup: str, url: str | None) -> list[Offer]:
    """Return the offers of a page's text."""
    structured = _of(json_ld.products(markup, lists=not _OF_ONE.search(markup)), "json-ld", url, markup)
    structured = [doubted(offer, markup) for offer in structured]
    if any(offer.price is not None and offer.currency for offer in structured) or _says_none(structured):
        return structured if ":price:amount" not in markup else _compared(structured, meta_offer(meta(markup)))
    return _weaker(markup, structured, url)


def _weaker(markup: str, known: list[Offer], url: str | None) -> list[Offer]:
    """Return the offers of a page whose JSON-LD does not tell a price and its currency."""
    root = Selector(text=markup or "<p>", type="html").root
    if not etree.iselement(root):
        return known
    marked = _of(microdata.products(root), "microdata", url, markup) if _MARKED.search(markup) else []
    head = meta_offer(meta(markup), currency_of(url))
    evidence = _priced(known) or _priced(marked) or _priced([head])
    others = [*known, *marked, head]
    if evidence and all(offer.currency for offer in evidence):
        return _filled(evidence, others)
    if not (_priced(known) or _priced(marked)) and _says_none(marked):
        return known or marked
    shown = _shown(markup, root, url)
    if evidence:
        return _filled(evidence, [*others, *(offer for offer in shown if offer.price == evidence[0].price)])
    return _filled(shown, others) or known or marked


def _of(nodes: list[Node], method: str, url: str | None, markup: str) -> list[Offer]:
    """Return the offers of a page's own products, each once."""
    read = own([offer for node in nodes for offer in offers_of(node, method, currency_of(url))], url, markup)
    told = [offer for offer in read if offer.price is not None] or read
    return list(dict.fromkeys([offer for offer in told if offer.kind != "from"] or told))


def _priced(offers: list[Offer]) -> list[Offer]:
    return [offer for offer in offers if offer.price is not None]


def _shown(markup: str, root: etree._Element, url: str | None) -> list[Offer]:
    """Return the offer that a page's state or its markup tells of the product in its heading."""
    heading = heading_of(root)
    if not heading or is_of_no_product(markup, url, heading):
        return []
    offer = state_offer(markup, heading) or visible_offer(root, url)
    return [offer] if offer else []


def _says_none(offers: list[Offer]) -> bool:
    """Tell whether a page says that its product has no price now, rather than nothing."""
    return bool(offers) and all(offer.price is None and offer.availability == "out_of_stock" for offer in offers)


def _compared(offers: list[Offer], other: Offer) -> list[Offer]:
    """Return offers, saying where OpenGraph tells another price of the only one."""
    if len(offers) != 1 or other.price in {offers[0].price, offers[0].list_price, None}:
        return offers
    return [replace(offers[0], method=f"{offers[0].method}; {other.method} says {other.price}")]


def _filled(offers: list[Offer], others: list[Offer]) -> list[Offer]:
    """Return offers with what other evidence of the page adds to them; to several only what must be the same."""
    names = _FILLABLE if len(offers) == 1 else ("currency",)
    told = {name: next((value for other in others if (value := getattr(other, name))), None) for name in names}
    return [
        replace(offer, **{name: getattr(offer, name) or told[name] for name in names})  # type: ignore[arg-type]
        for offer in offers
    ]
