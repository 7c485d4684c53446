"""The application: its routes, and who may ask."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pipelines.cli.web import charts, pages, reports
from pipelines.cli.web.answers import failed, html
from pipelines.cli.web.token import TokenMiddleware
from pipelines.limited import Refused
from pipelines.warehouse import NoWarehouse, WarehouseBusy

ROUTES = [
    Route("/", pages.status),
    Route("/reports", reports.listed),
    Route("/reports/{path:path}", reports.one),
    Route("/tables", pages.tables),
    Route("/tables/{name}", pages.table),
    Route("/sql", pages.sql),
    Route("/chart.svg", charts.chart),
]


def create_app(home: Path, host: str, token: str | None) -> Starlette:
    """Return the application for a home. ``token``: what a visitor must show; None where only this machine can ask."""
    # A page of another site that names itself like us must not read what only this machine may.
    names = ["127.0.0.1", "localhost", "[::1]"] if token is None else ["*"]
    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=[*names, host])]
    if token:
        middleware.append(Middleware(TokenMiddleware, token=token))
    handlers = {Refused: failed(400), NoWarehouse: failed(404), WarehouseBusy: failed(503), 404: _nothing}
    app = Starlette(routes=ROUTES, middleware=middleware, exception_handlers=handlers)
    app.state.home = home
    return app


def _nothing(request: Request, _error: Exception) -> Response:
    return html(request, "failed.html", 404, reason=f"there is no page {request.url.path}")
