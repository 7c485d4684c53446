"""A shop whose locators are those of two dozen platforms."""

from collections.abc import Iterator
from datetime import UTC, datetime

import numpy as np
import pytest

from sandbox.server import serving
from sandbox.shop import Shop
from sandbox.world import draw_world


@pytest.fixture(scope="package")
def locators() -> Iterator[tuple[str, set[str]]]:
    """Where the locators are, and the truth: the references of the places on them."""
    shop = Shop(draw_world(np.random.default_rng(7), weeks=12))
    shop.set_now(datetime(2025, 3, 18, 8, tzinfo=UTC))
    with serving(shop) as url:
        yield f"{url}/locators", {str(entry["id"]) for entry in shop.locations()}
