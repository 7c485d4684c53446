from collections.abc import Callable
from pathlib import Path

import pytest

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
