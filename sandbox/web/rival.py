"""The rival: an established shop that sells the same articles and writes worse markup."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.web.answers import cut, html
from sandbox.web.asked import shop_of

PAGE_SIZE = 24


async def products(request: Request) -> Response:
    """Show the rival's range, page by page."""
    here = cut(request, shop_of(request).rival_products(), PAGE_SIZE)
    return html(request, "rival.html", here=here)


ROUTES = [Route("/rival/products", products)]
