"""The words of a request, wherever they stand: in the query, in a form, in a JSON body, in the headers."""

from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from sandbox.locators.catalogue import Locator


async def words_of(request: Request) -> dict[str, str]:
    """Return every word with its value; a word of the body goes before one of the query, and that before a header."""
    return {**request.headers, **request.query_params, **_in_body(await request.body())}


def refusal(locator: Locator, method: str, words: dict[str, str]) -> tuple[int, str] | None:
    """Return status and reason where the request is not what the locator wants, or None."""
    if method != locator.method:
        return 405, f"ask with {locator.method}"
    for word, value in locator.needs.items():
        if words.get(word, "") != value and not (value == "*" and word in words):
            return 403, f"{word} is missing or wrong"
    return None


def _in_body(body: bytes) -> dict[str, str]:
    if body.lstrip()[:1] in {b"{", b"["}:
        return _flat(orjson.loads(body))
    return dict(parse_qsl(body.decode()))


def _flat(value: object, name: str = "") -> dict[str, str]:
    """Return the leaves of JSON by their last name; a query within a text counts, as Algolia writes it."""
    if isinstance(value, dict):
        return {word: leaf for key, inner in value.items() for word, leaf in _flat(inner, key).items()}
    if isinstance(value, list):
        return {word: leaf for inner in value for word, leaf in _flat(inner, name).items()}
    return {name: str(value), **dict(parse_qsl(str(value)))}
