"""The pages for everybody."""

import orjson
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.misbehaviour import How, renamed, withheld
from sandbox.present import Entry
from sandbox.structured_data import product_data
from sandbox.web.answers import cut, html
from sandbox.web.asked import how_to_misbehave, shop_of

ALL = 1000
"""More entries than any list has."""


async def home(request: Request) -> Response:
    """Show the front page."""
    return html(request, "home.html", locations=len(shop_of(request).locations()))


async def robots(request: Request) -> Response:
    """Say what crawlers may read."""
    rules = f"User-agent: *\nDisallow: /sandbox/\nDisallow: /account/login\n\nSitemap: {request.base_url}sitemap.xml\n"
    return PlainTextResponse(rules)


async def sitemap(request: Request) -> Response:
    """List the address of every product page."""
    listed = html(request, "sitemap.xml", base=request.base_url, products=shop_of(request).products())
    return Response(listed.body, media_type="application/xml")


async def locator(request: Request) -> Response:
    """Show the pick-up locator: the list is there once its script has run."""
    return html(request, "locations.html")


async def listing(request: Request) -> Response:
    """Show all products, each with a link to its page."""
    return html(request, "products.html", products=cut(request, shop_of(request).products(), ALL).entries)


async def product(request: Request) -> Response:
    """Show one product, for people and as structured data."""
    sku = request.path_params["sku"]
    entry = next((entry for entry in shop_of(request).products() if entry["sku"] == sku), None)
    if entry is None:
        raise HTTPException(404, f"no product {sku}")
    data = _spoilt(product_data(entry, str(request.url)), how_to_misbehave(request))
    # "<" is escaped so that no text can end the script element.
    script = Markup(orjson.dumps(data).decode().replace("<", "\\u003c"))  # noqa: S704
    return html(request, "product.html", product=entry, data=script)


async def newsletter(request: Request) -> Response:
    """Show the newsletter's messages with how often each was read."""
    return html(request, "newsletter.html", messages=cut(request, shop_of(request).messages(), ALL).entries)


def _spoilt(data: Entry, how: How | None) -> Entry:
    kept = withheld(renamed([data], how), how)
    return kept[0] if kept else {}


ROUTES = [
    Route("/", home),
    Route("/robots.txt", robots),
    Route("/sitemap.xml", sitemap),
    Route("/locations", locator),
    Route("/products", listing),
    Route("/product/{sku}", product),
    Route("/newsletter", newsletter),
]
