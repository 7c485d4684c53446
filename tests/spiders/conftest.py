import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from pipelines.records import Page, Reading
from spiders.declaration import Retailer
from spiders.platform import Platform, platform
from spiders.reading import reader

SHARED = Path(__file__).parents[3] / "shared" / "fixtures"


@pytest.fixture
def fixtures() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the recorded inputs of ../shared/fixtures are not here")
    return SHARED


def shop(kind: str, platform_name: str, options: dict, **words: object) -> Retailer:
    source = {"kind": kind, "platform": platform_name, "expect": {"min": 1}, "options": options}
    retailer = {"slug": "shop", "name": "Shop", "country": "NL", "timezone": "Europe/Amsterdam", "delay_seconds": 0}
    return Retailer.model_validate({"url": "http://shop.example", **retailer, "sources": [source], **words})


@pytest.fixture
def make() -> Callable[..., Platform]:
    def make(kind: str, platform_name: str, options: dict) -> Platform:
        retailer = shop(kind, platform_name, options)
        return platform(retailer, retailer.sources[0])

    return make


@pytest.fixture
def read() -> Callable[..., Reading]:
    def read(kind: str, platform_name: str, options: dict, page: Page) -> Reading:
        retailer = shop(kind, platform_name, options)
        return reader(retailer, retailer.sources[0])(page)

    return read


@pytest.fixture
def web() -> Callable[..., Page]:
    def web(body: object, media_type: str = "text/html", **words: object) -> Page:
        if not isinstance(body, bytes):
            body = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        return Page(
            **{
                "url": "http://shop.example/",
                "seen_at_utc": datetime.fromisoformat("2025-01-06"),
                "body": body,
                "media_type": media_type,
                **words,
            }
        )

    return web
