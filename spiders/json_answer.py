"""An answer that should be JSON."""

import json
import re

import orjson

from spiders.errors import Changed

_CALL = re.compile(rb"^\s*(?:/\*.*?\*/)?\s*(?:window\.)?[\w.$]+\s*\((.*)\)\s*;?\s*$", re.DOTALL)


def parsed(body: bytes) -> object:
    """Return parsed JSON, or what is in the call of a JSONP answer; raises Changed.

    The standard library's parser takes over where the fast one refuses: NaN and UTF-16 are in what sources send.
    """
    try:
        return orjson.loads(body)
    except ValueError:
        called = _CALL.match(body)
    try:
        return json.loads(called[1] if called else body)
    except (ValueError, RecursionError) as error:
        kind = "a web page" if body.lstrip()[:1] == b"<" else "something else"
        raise Changed(f"expected JSON, got {kind}: {type(error).__name__}: {error}") from error
