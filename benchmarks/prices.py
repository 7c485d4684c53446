"""CPU time for a product page of 150 KB with JSON-LD, beside extruct and price-parser with their defaults."""

import json
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from random import Random
from statistics import median

from benchmarks.figure import Figure
from spiders.prices import read_offers

BYTES, PAGES, ROUNDS = 150_000, 20, 5
LIMIT_MS = 4.0
THEIRS = ("extruct", "price_parser")


def measure() -> Iterator[Figure]:
    """Read twenty pages with ours, and with theirs where both are installed."""
    pages = [_page(number) for number in range(PAGES)]
    ours = _milliseconds(pages, lambda page: read_offers(page, "https://shop.example/p/1"))
    missing = [name for name in THEIRS if find_spec(name) is None]
    beside = f" ({' and '.join(missing)} not installed: nothing beside it)" if missing else ""
    yield Figure(name=f"offers of a JSON-LD page of 150 KB, CPU{beside}", value=ours, unit="ms", limit=LIMIT_MS)
    if not missing:
        share = ours / _milliseconds(pages, _theirs())
        yield Figure(name="the same against extruct + price-parser, defaults", value=share, unit="", limit=1)


def _milliseconds(pages: list[bytes], read: Callable[[bytes], object]) -> float:
    """Return the median over pages of the best of some rounds."""
    return 1000 * median(min(_taken(read, page) for _ in range(ROUNDS)) for page in pages)


def _taken(read: Callable[[bytes], object], page: bytes) -> float:
    begun = time.process_time()
    assert read(page)
    return time.process_time() - begun


def _theirs() -> Callable[[bytes], object]:
    import extruct  # type: ignore[import-not-found]  # noqa: PLC0415 - only where it is installed
    from price_parser import Price  # type: ignore[import-not-found]  # noqa: PLC0415

    def read(page: bytes) -> object:
        found = extruct.extract(page.decode())["json-ld"]
        return [Price.fromstring(str(node["offers"]["price"])) for node in found if "offers" in node]

    return read


def _page(number: int) -> bytes:
    """Return a page of a shop: a product, what others bought, and much markup around it."""
    chance = Random(number)
    offer = {"@type": "Offer", "price": f"{chance.uniform(1, 50):.2f}", "priceCurrency": "EUR"}
    product = {"@context": "https://schema.org", "@type": "Product", "name": f"Tea {number}", "sku": str(number)}
    told = json.dumps(product | {"description": "A tea. " * 60, "offers": offer})
    tiles = (
        f'<div class="tile" id="t{n}"><a href="/p/{n}?from=tile"><img src="/i/{n}.jpg" alt="Tea {n}"></a>'
        f'<span class="price">€ {chance.uniform(1, 50):.2f}</span><p>{"leaf " * chance.randint(3, 30)}</p></div>'
        for n in range(10_000)
    )
    head = f'<html><head><title>Tea {number}</title><script type="application/ld+json">{told}</script></head><body>'
    body = head + f"<h1>Tea {number}</h1>"
    for tile in tiles:
        if len(body) > BYTES:
            break
        body += tile
    return (body + "</body></html>").encode()


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured)
