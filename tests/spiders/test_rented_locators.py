"""Each platform against answers written from its description (``locators/*.toml``): what is asked, and what is read."""

import tomllib
from pathlib import Path

import pytest

from spiders.adapter import Preset
from spiders.platform import platform_class, platform_names
from spiders.reading import platform_reader

CASES = sorted((Path(__file__).parent / "locators").glob("*.toml"))


def followed(of, web, answers):
    """Ask as the crawler does, and return the requests that were made and the rows that were read."""
    left, asked, rows, read = list(of.first()), [], [], platform_reader(of)
    while left:
        ask = left.pop(0)
        answer = next(a for a in answers if a["asked"] == ask.url.removesuffix("&"))
        asked.append((answer["asked"], ask.body.decode()))
        page = web(answer["body"], answer.get("media_type", "application/json"), url=ask.url, context=ask.context)
        reading = read(page)
        assert reading.outcome == "ok" or "begins again" in reading.reason
        rows += reading.rows
        left += of.follow(page, reading) if reading.outcome == "ok" else []
    return asked, rows


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_locator_is_asked_for_and_read_as_its_description_says(make, web, case):
    told = tomllib.loads(case.read_text(encoding="utf-8"))
    of = make("locations", told.get("platform", case.stem), told["options"])
    asked, rows = followed(of, web, told["answers"])
    assert sorted(asked) == sorted((answer["asked"], answer.get("sent", "")) for answer in told["answers"])
    assert list(rows) == told["places"]


def test_every_rented_locator_has_its_case():
    tested = {tomllib.loads(case.read_text(encoding="utf-8")).get("platform", case.stem) for case in CASES}
    files = {"all_the_places"}  # read from files, with tests of their own
    assert {name for name in platform_names() if issubclass(platform_class(name), Preset)} - files <= tested
