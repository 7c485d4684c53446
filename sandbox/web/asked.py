"""What a request is about."""

from starlette.requests import Request

from sandbox.misbehaviour import How
from sandbox.shop import Shop


def shop_of(request: Request) -> Shop:
    """Return the shop that is served."""
    shop: Shop = request.app.state.shop
    return shop


def number_in(request: Request, name: str, default: int, most: int) -> int:
    """Return a number of the query between 1 and ``most``; whatever is no such number is the default."""
    text = request.query_params.get(name, "")
    return min(max(int(text), 1), most) if text.isdecimal() else default


def page_of(request: Request) -> int:
    """Return which page of a list is asked for."""
    return number_in(request, "page", 1, 10_000)


def how_to_misbehave(request: Request) -> How | None:
    """Return the way in which this answer is to be spoilt."""
    rule = request.scope.get("misbehave")
    return rule.how if rule else None
