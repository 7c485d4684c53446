"""JSON answers: of Shopify, of WooCommerce's Store API, and any list that names a price and its currency."""

import json
from collections.abc import Iterator
from decimal import Decimal

from pipelines.gtin import gtin
from spiders.json_ld import Node, nodes
from spiders.prices.offer import Offer, amount, currency
from spiders.prices.product import text
from spiders.prices.state import object_offer


def shop_offers(body: bytes) -> list[Offer]:
    """Return the offers of a JSON answer; none where nothing in it has a name, a price and a currency.

    >>> [o.price for o in shop_offers(b'{"products": [{"title": "Tea", "variants": [{"price": "2.49"}]}]}')]
    [Decimal('2.49')]
    """
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return []
    found = (told.get("products") or told.get("product") or told) if isinstance(told, dict) else told
    goods = [node for node in (found if isinstance(found, list) else [found]) if isinstance(node, dict)]
    offers = [offer for node in goods for offer in _read(node)]
    return offers or [offer for node in nodes(told) if (offer := object_offer(node, "json"))]


def _read(node: Node) -> Iterator[Offer]:
    prices = node.get("prices")
    if isinstance(prices, dict) and "currency_minor_unit" in prices:
        yield _woocommerce(node, prices)
    elif isinstance(variants := node.get("variants"), list):
        yield from (_shopify(node, variant) for variant in variants if isinstance(variant, dict) and "price" in variant)


def _shopify(product: Node, variant: Node) -> Offer:
    """Return a variant's offer; its prices are in the shop's currency, as texts, or as cents where they are numbers."""
    code = currency(variant.get("price_currency") or product.get("currency"))
    price, before = (_pounds(variant.get(name), code) for name in ("price", "compare_at_price"))
    title = text(variant.get("title"))
    return Offer(
        name=" ".join(filter(None, [text(product.get("title")), title if title != "Default Title" else None])) or None,
        sku=text(variant.get("sku")) or text(variant.get("id")),
        gtin=gtin(variant.get("barcode") or ""),
        brand=text(product.get("vendor")),
        price=price,
        currency=code,
        list_price=before if before and price and before > price else None,
        availability={True: "in_stock", False: "out_of_stock"}.get(variant.get("available")),  # type: ignore[call-overload]
        method="shopify",
        url=text(product.get("url")),
    )


def _pounds(told: object, code: str | None) -> Decimal | None:
    value = amount(told, code) if told is not None else None
    return value / 100 if value is not None and isinstance(told, int) else value


def _woocommerce(product: Node, prices: Node) -> Offer:
    """Return a product's offer; its prices are whole numbers of the currency's smallest part."""
    code = currency(prices.get("currency_code"))
    price, before = (_whole(prices.get(name), prices) for name in ("price", "regular_price"))
    brands = product.get("brands")
    return Offer(
        name=text(product.get("name")),
        sku=text(product.get("sku")) or text(product.get("id")),
        gtin=gtin(product.get("global_unique_id") or ""),
        brand=text(brands),
        price=price,
        currency=code,
        list_price=before if before and price and before > price else None,
        availability={True: "in_stock", False: "out_of_stock"}.get(product.get("is_in_stock")),  # type: ignore[call-overload]
        kind="from" if prices.get("price_range") else "price",
        method="woocommerce",
        url=text(product.get("permalink")),
    )


def _whole(told: object, prices: Node) -> Decimal | None:
    digits, minor = str(told), str(prices.get("currency_minor_unit"))
    if not (digits.isdecimal() and minor.isdecimal()) or len(minor) > 1 or not int(digits):
        return None
    return Decimal(digits).scaleb(-int(minor))
