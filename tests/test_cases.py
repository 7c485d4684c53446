"""Recorded cases are read again: `orderscope record SPIDER tests/cases/NAME` adds one, and nothing else is needed."""

from pathlib import Path

import pytest

from pipelines.cli.cases import cases, replayed

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", cases(CASES), ids=lambda case: str(case.relative_to(CASES)))
def test_a_recorded_case_is_read_as_its_records_say(case):
    records, differences = replayed(case)
    assert records
    assert not differences, "\n".join(differences)
