from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared" / "fixtures"


@pytest.fixture(scope="session")
def fixtures() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the recorded inputs of ../shared/fixtures are not here")
    return SHARED
