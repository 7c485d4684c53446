"""A world of twelve weeks, drawn once, and shops that trade in it."""

import shutil

import numpy as np
import pytest

from sandbox.server import serving
from sandbox.shop import Shop
from sandbox.world import World, draw_world


@pytest.fixture(scope="session")
def world() -> World:
    return draw_world(np.random.default_rng(7), weeks=12)


@pytest.fixture
def shop(world):
    return Shop(world)


@pytest.fixture
def base_url(shop):
    with serving(shop) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> str:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("There is no browser on this machine to see the pages that need one.")
    return path
