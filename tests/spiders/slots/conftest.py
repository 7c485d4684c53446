"""Slots as ``orderscope read slots`` reads them."""

import json

import pytest

from spiders.reads.slots import read


@pytest.fixture
def slots(tmp_path):
    def slots(answer: object, timezone: str = "Europe/Amsterdam", name: str = "answer.json", **words) -> list[dict]:
        file = tmp_path / name
        file.write_text(answer if isinstance(answer, str) else json.dumps(answer))
        return list(read(file, **{"platform": None, "url": None, "timezone": timezone, **words}))

    return slots
