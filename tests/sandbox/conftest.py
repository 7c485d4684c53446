"""A world of twelve weeks, drawn once, and shops that trade in it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import numpy as np
import pytest

from sandbox.server import serving
from sandbox.shop import Shop
from sandbox.world import World, draw_world


@dataclass(frozen=True)
class Answer:
    """What came back over HTTP."""

    status: int
    headers: Message
    text: str

    def json(self):
        return json.loads(self.text)


Call = Callable[..., Answer]


@pytest.fixture(scope="session")
def world() -> World:
    return draw_world(np.random.default_rng(7), weeks=12)


@pytest.fixture(scope="session")
def served(world: World):
    """One server for all tests: to start one for each would take most of their time."""
    shop = Shop(world)
    with serving(shop) as url:
        yield shop, url


@pytest.fixture
def shop(served) -> Shop:
    """A shop without a past, on a Tuesday morning in its eleventh week, the network nearly grown."""
    shop, _ = served
    shop.own.clear()
    shop.misbehaviour.take_back()
    shop.sessions.expire()
    shop.set_now(datetime(2025, 3, 18, 8, 0, tzinfo=UTC))
    return shop


@pytest.fixture
def base_url(served, shop: Shop) -> str:  # noqa: ARG001 - the shop is set back before it is asked
    return served[1]


@pytest.fixture
def call(base_url: str) -> Call:
    def ask(method: str, path: str, content=None) -> Answer:
        body = None if content is None else json.dumps(content).encode()
        try:
            with urlopen(Request(base_url + path, data=body, method=method)) as got:
                return Answer(got.status, got.headers, got.read().decode())
        except HTTPError as refused:
            with refused:
                return Answer(refused.code, refused.headers, refused.read().decode())

    return ask


@pytest.fixture(scope="session")
def chromium() -> str:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("There is no browser on this machine to see the pages that need one.")
    return path
