"""The JSON that the shop's own pages and apps are fed with."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.web.answers import json_list
from sandbox.web.asked import shop_of


async def locations(request: Request) -> Response:
    """List the pick-up locator, 50 entries a page."""
    return json_list(request, "locations", shop_of(request).locations(), 50)


async def slots(request: Request) -> Response:
    """List the windows of the next three days, 500 a page; those of one location where it is named."""
    named = request.query_params.get("location")
    mine = [slot for slot in shop_of(request).slots() if named in (None, slot["location"])]
    return json_list(request, "slots", mine, 500)


async def products(request: Request) -> Response:
    """List the range, 50 products a page."""
    return json_list(request, "products", shop_of(request).products(), 50)


async def newsletter(request: Request) -> Response:
    """List the newsletter's messages, the newest thousand."""
    return json_list(request, "messages", shop_of(request).messages(), 1000)


ROUTES = [
    Route("/api/locations", locations),
    Route("/api/slots", slots),
    Route("/api/products", products),
    Route("/api/newsletter", newsletter),
]
