from pathlib import Path

import pytest
from watching import Watch


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path)
