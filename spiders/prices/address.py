"""Host and path of addresses as pages write them, which are not all addresses."""

from urllib.parse import SplitResult, urlsplit


def host_of(url: str | None) -> str:
    """Return an address's host, or nothing.

    >>> host_of("https://www.shop.cl/x"), host_of("http://[")
    ('www.shop.cl', '')
    """
    return _split(url).hostname or ""


def path_of(url: str | None) -> str:
    """Return an address's path without the last stroke, or nothing.

    >>> path_of("https://www.shop.cl/x/?a=1"), path_of(None)
    ('/x', '')
    """
    return _split(url).path.rstrip("/")


def is_front(url: str) -> bool:
    """Tell whether an address is that of a shop's first page.

    >>> is_front("https://www.shop.cl/"), is_front("https://www.shop.cl/?product=1")
    (True, False)
    """
    return not path_of(url) and not _split(url).query


def _split(url: str | None) -> SplitResult:
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")
