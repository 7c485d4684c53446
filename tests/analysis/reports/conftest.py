from pathlib import Path

import pytest

from pipelines.warehouse import Connection
from tests.analysis.reports.shop import Shop, corner_shop, warehouse


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The home of an empty warehouse that is closed."""
    home = tmp_path_factory.mktemp("built")
    with warehouse(home):
        return home


@pytest.fixture(scope="session")
def corner(built, tmp_path_factory) -> tuple[Connection, Path]:
    """The corner shop's warehouse and home; nobody writes into it."""
    home = tmp_path_factory.mktemp("corner")
    with warehouse(home, like=built) as con:
        corner_shop(con, home)
        yield con, home


@pytest.fixture
def shop(built, tmp_path) -> Shop:
    """A retailer that was never looked at, in a warehouse of its own."""
    with warehouse(tmp_path, like=built) as con:
        yield Shop(con, tmp_path)
