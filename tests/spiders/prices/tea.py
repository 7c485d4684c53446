"""A product page to change, and the short form of what is read from it."""

import json

from spiders.prices import read_offers

URL = "https://shop.example/p/tea"
OFFER = {"@type": "Offer", "price": "2.49", "priceCurrency": "EUR", "availability": "InStock"}
TEA = {"@type": "Product", "name": "Tea", "sku": "7", "url": URL, "offers": OFFER}
MARKED = """<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Tea</h1>
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="pricecurrency" content="EUR">
<span itemprop="price">{}</span><link itemprop="availability" href="http://schema.org/OutOfStock"></div></div>"""


def page(*told: object, body: str = "") -> bytes:
    blocks = (f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in told)
    return f"<html><head>{''.join(blocks)}</head><body>{body}</body></html>".encode()


def told(body: bytes, url: str | None = URL) -> list[tuple[str | None, str | None, str | None]]:
    return [(offer.sku, offer.price and str(offer.price), offer.currency) for offer in read_offers(body, url)]
