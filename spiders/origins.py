"""Whose secrets are whose: what is declared for one server is told to no other, wherever that one sends us."""

from collections.abc import Collection
from urllib.parse import urlsplit

_TOLD_TO_ALL = {"accept", "accept-language", "content-type", "user-agent"}
_PORTS = {"http": 80, "https": 443}
_Origin = tuple[str, str | None, int | None]


def is_meant(url: str, declared: Collection[str]) -> bool:
    """Tell whether an address is at a server for which something was declared, by the addresses declared.

    The same server asked safely (https for http, on their usual ports) is the same.

    >>> is_meant("https://shop.example/b", ["http://shop.example/a"])
    True
    >>> [is_meant(url, ["https://shop.example/"]) for url in ("http://shop.example/", "https://www.shop.example/")]
    [False, False]
    >>> is_meant("http://127.0.0.1:81/", ["http://127.0.0.1:80/"])
    False
    """
    origin = _origin(url)
    return any(origin in (known, _safely(known)) for known in map(_origin, declared))


def is_told_to_all(header: str) -> bool:
    """Tell whether any server may know a header: what kind of answer is wanted, never a key or a cookie."""
    return header.lower() in _TOLD_TO_ALL


def _origin(url: str) -> _Origin:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _safely(origin: _Origin) -> _Origin:
    return ("https", origin[1], 443) if origin[0] == "http" and origin[2] == 80 else origin
