from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines import clock
from pipelines.records import Row

SHARED = Path(__file__).parents[2] / "shared" / "fixtures"


@pytest.fixture(scope="session")
def fixtures() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the recorded inputs of ../shared/fixtures are not here")
    return SHARED


@pytest.fixture
def places() -> Callable[..., list[Row]]:
    return lambda *refs: [{"location_ref": ref, "name": f"Place {ref}"} for ref in refs]


@pytest.fixture(autouse=True, scope="session")
def cache_of_the_tests(tmp_path_factory):
    """Keep what tests read out of the cache of who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def clock_of_its_own(monkeypatch):
    """Let no test live at the moment to which another one pinned the clock."""
    monkeypatch.setattr(clock, "_pinned", None)
