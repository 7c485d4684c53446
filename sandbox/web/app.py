"""The whole shop as one ASGI application."""

from starlette.applications import Starlette
from starlette.middleware import Middleware

from sandbox.locators import site
from sandbox.shop import Shop
from sandbox.web import account, api, control, elsewhere, pages, rival
from sandbox.web.spoiler import Spoiler


def create_app(shop: Shop) -> Starlette:
    """Return the application that serves a shop."""
    routes = [route for part in (pages, api, elsewhere, rival, account, control, site) for route in part.ROUTES]
    app = Starlette(routes=routes, middleware=[Middleware(Spoiler, rules=shop.misbehaviour)])
    app.state.shop = shop
    return app
