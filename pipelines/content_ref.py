"""Lists without identifiers: an entry is told from another by what it says of itself."""

from collections.abc import Mapping

from pipelines.plain_text import plain

PREFIX = "content:"
"""Begins every identifier that is made of content."""
_ADDRESS = ("street", "postcode", "city")


def content_ref(row: Mapping[str, object]) -> str | None:
    """Return an identifier made of name and address, or of name and coordinates; None where that is too little.

    >>> content_ref({"name": "Café  Zuid", "street": "Dam 1", "city": "Amsterdam"})
    'content:cafe zuid|dam 1||amsterdam'
    >>> content_ref({"name": "Kiosk", "lat": "52.37021", "lon": 4.89517}), content_ref({"name": "Kiosk"})
    ('content:kiosk|52.370|4.895', None)
    """
    name, *address = (plain(row.get(word)) for word in ("name", *_ADDRESS))
    if name and any(address):
        return PREFIX + "|".join((name, *address))
    try:
        lat, lon = (float(str(row[word]).replace(",", ".")) for word in ("lat", "lon"))
    except (KeyError, ValueError):
        return None
    return f"{PREFIX}{name}|{lat:.3f}|{lon:.3f}"
