from collections.abc import Callable
from pathlib import Path

import pytest
from watching import Watch

from pipelines.records import Row


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path)


@pytest.fixture
def places() -> Callable[..., list[Row]]:
    return lambda *refs: [{"location_ref": ref, "name": f"Place {ref}"} for ref in refs]
