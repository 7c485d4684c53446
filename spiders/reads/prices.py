"""Offers in a saved product page or an answer of a shop system; what it is told by the file itself."""

import gzip
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from spiders.prices import read_offers


def read(
    file: Path,
    *,
    platform: str | None = None,  # noqa: ARG001 - pages tell it themselves
    url: str | None = None,
    timezone: str = "UTC",  # noqa: ARG001 - offers carry no time
) -> Iterator[dict[str, object]]:
    """Yield the offers of a file; ``url`` is where it came from. A compressed file (.gz) is read, too."""
    body = file.read_bytes()
    if file.suffix == ".gz":
        body = gzip.decompress(body)
    for offer in read_offers(body, url):
        words = asdict(offer)
        yield {"offer_kind" if name == "kind" else name: words[name] for name in words}
