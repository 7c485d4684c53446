"""An answer that should be JSON."""

import json

from spiders.errors import Changed


def parsed(body: bytes) -> object:
    """Return parsed JSON; raises Changed.

    The standard library's parser also takes NaN and UTF-16, which real sources send.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        kind = "a web page" if body.lstrip()[:1] == b"<" else "something else"
        raise Changed(f"expected JSON, got {kind}: {type(error).__name__}: {error}") from error
