"""The shop's control, for the demo and the tests: its clock, its moods, test orders, sessions, the truth."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import wraps
from pathlib import Path

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.documents import write_documents
from sandbox.instants import local_of
from sandbox.intervals import between
from sandbox.misbehaviour import Rule
from sandbox.own_orders import OwnOrder
from sandbox.sessions import storage_state
from sandbox.shop import Shop
from sandbox.truth import TABLES
from sandbox.web.answers import json
from sandbox.web.asked import shop_of

Endpoint = Callable[[Request], Awaitable[Response]]


def told_why(endpoint: Endpoint) -> Endpoint:
    """Make a wrong request a 400 that says what is wrong with it."""

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except (ValueError, TypeError, KeyError) as error:
            return json({"error": f"{type(error).__name__}: {error}"}, 400)

    return answer


@told_why
async def clock(request: Request) -> Response:
    """Say the shop's present; with PUT, set it first."""
    shop = shop_of(request)
    if request.method == "PUT":
        shop.set_now(datetime.fromisoformat(orjson.loads(await request.body())["now"]))
    return json({"now": f"{shop.now_utc().isoformat()}Z"})


@told_why
async def misbehave(request: Request) -> Response:
    """Put a rule in force; with DELETE, behave again."""
    rules = shop_of(request).misbehaviour
    if request.method == "DELETE":
        rules.take_back()
    else:
        rules.add(Rule(**orjson.loads(await request.body())))
    return json({})


@told_why
async def orders(request: Request) -> Response:
    """Place a test order."""
    shop = shop_of(request)
    return json(_receipt(shop, shop.place_order(**orjson.loads(await request.body()))), 201)


@told_why
async def documents(request: Request) -> Response:
    """Write the documents of the own orders so far into a folder of this machine."""
    folder = Path(orjson.loads(await request.body())["folder"])
    return json({"files": [path.name for path in write_documents(shop_of(request), folder)]})


async def sessions(request: Request) -> Response:
    """Give what a browser stores after a login; with DELETE, log everybody out."""
    if request.method == "DELETE":
        shop_of(request).sessions.expire()
        return json({})
    return json(storage_state(shop_of(request).sessions.open(), str(request.base_url)))


@told_why
async def truth(request: Request) -> Response:
    """Give a table of the truth, or what happened between two instants."""
    shop, table = shop_of(request), request.path_params["table"]
    if table == "between":
        ends = (datetime.fromisoformat(request.query_params[end]) for end in ("from_utc", "to_utc"))
        return json(between(shop, *ends))
    frame = TABLES[table](shop)
    return Response(frame.to_json(orient="records", date_format="iso"), media_type="application/json")


def _receipt(shop: Shop, order: OwnOrder) -> dict[str, object]:
    return {
        "order": order.order,
        "invoices": [invoice.printed for invoice in order.invoices],
        "numbers": [invoice.number for invoice in order.invoices],
        "placed": local_of(order.placed, shop.world.days.timezone).isoformat(),
    }


ROUTES = [
    Route("/sandbox/clock", clock, methods=["GET", "PUT"]),
    Route("/sandbox/misbehave", misbehave, methods=["PUT", "DELETE"]),
    Route("/sandbox/orders", orders, methods=["POST"]),
    Route("/sandbox/documents", documents, methods=["POST"]),
    Route("/sandbox/sessions", sessions, methods=["POST", "DELETE"]),
    Route("/sandbox/truth/{table}", truth),
]
