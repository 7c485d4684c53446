import re
from pathlib import Path

import pytest

METHODS = Path(__file__).parents[3] / "analysis" / "methods"
HEADINGS = [
    "What it estimates",
    "What it sees",
    "Assumptions",
    "Formula",
    "When it is wrong and how you would notice",
    "Sources",
]


@pytest.mark.parametrize("page", sorted(METHODS.glob("*.md")), ids=lambda page: page.stem)
def test_a_method_page_answers_the_same_six_questions(page):
    assert re.findall(r"^## (.*)$", page.read_text(), re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("page", sorted(METHODS.glob("*.md")), ids=lambda page: page.stem)
def test_a_method_page_names_code_that_exists(page):
    code = next(line for line in page.read_text().splitlines() if line.startswith("Code:"))
    folder = METHODS.parent / "estimators"
    for name in re.findall(r"`([^`]+)`", code):
        assert (METHODS.parent.parent / name).exists() or (folder / name).exists(), name
