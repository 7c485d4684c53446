"""The case study as an example: its report says what the article says, and no more."""

import csv
import re
import tomllib
from pathlib import Path
from shutil import copy

import pytest
from commands import Orderscope

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def orderscope(tmp_path_factory) -> Orderscope:
    """A home in which the commands of examples/README.md were run, and those that estimate."""
    home = tmp_path_factory.mktemp("example")
    (home / "retailers").mkdir()
    copy(EXAMPLES / "ochama.toml", home / "retailers")
    orderscope = Orderscope(home)
    for kind in ("counts", "attention"):
        orderscope("import", "ochama", kind, EXAMPLES / "ochama" / f"{kind}.csv")
    for step in ("build", "estimate"):
        orderscope(step)
    orderscope("report", "ochama")
    return orderscope


@pytest.fixture(scope="module")
def report(orderscope) -> str:
    return (orderscope.home / "reports" / "ochama.md").read_text()


def rows(report: str, heading: str) -> list[list[str]]:
    """The rows of a section's tables: their cells, without emphasis and what is cited."""
    section = report.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]
    lines = [line for line in re.sub(r" ?\[\^e\d+\]", "", section).splitlines() if line.startswith("| ")]
    return [[cell.strip(" *`") for cell in line.strip("|").split("|")] for line in lines]


def test_the_funnel_is_that_of_the_article(report):
    assert (
        "others had counted 158 locations listed, 133 of them with a pick-up time; the public could choose 114."
        in report
    )
    unknown = "not known"
    assert [row[:6] for row in rows(report, "Pick-up locations")[1:]] == [
        ["NL", unknown, "80", "61", unknown, unknown],
        ["Paris", unknown, "20", "20", "0", "20"],
        ["DE", unknown, "17", "17", "17", "0"],
        ["BE", unknown, "7", "7", "7", "0"],
        ["not told", "158", "9", "9", unknown, unknown],
        ["all", "158", "133", "114", unknown, unknown],
    ]


def test_what_the_funnel_does_not_hold_is_there_too(report):
    told = {row[0]: row[1:3] for row in rows(report, "Figures that others counted")}
    assert told["locations without pickup time"] == ["25", ""]
    assert told["locations internal"] == ["not known", "NL 19"]
    assert told["delivery offered"][1].endswith("NL 1, CZ 0")


@pytest.mark.parametrize(
    ("claim", "seen", "verdict"),
    [
        ("the first store opens on 2021-11-11", "51 to 81 days after that day", "contradicted"),
        ("nearly 10 countries, nine named", "delivery countries 9", "supported"),
        ("delivery to CZ", "delivery offered 0", "contradicted"),
        (
            "more than 120 pick-up locations",
            "locations listed 158, locations public 114, locations with pickup time 133",
            "not known",
        ),
        ("80 of them in the Netherlands", "locations public 61, locations with pickup time 80", "not known"),
        ("26 new pick-up locations", "nothing", "not known"),
    ],
)
def test_each_claim_is_held_against_what_was_counted(report, claim, seen, verdict):
    (found,) = [row for row in rows(report, "Claims against sightings") if row[1].startswith(claim)]
    assert found[3:5] == [seen, verdict]


def test_attention_is_told_as_far_as_the_article_tells_it(report):
    told = {(row[0], row[1]): row[2] for row in rows(report, "Attention")}
    assert told["WeChat", "reads per message (about)"] == "1,000"
    assert [told[channel, "followers"] for channel in ("Twitter", "Facebook", "Instagram")] == ["31", "319", "1,687"]
    assert "whether notice rises, falls or stays flat is *not known*" in report


def test_what_is_told_as_a_month_stays_a_month(report):
    timeline = [(row[1], row[2].split(":")[0]) for row in rows(report, "Timeline")]
    assert ("2022-01", "launch") in timeline
    assert ("2022-07 to 2022-12", "10 % loyalty credit cancelled") in timeline
    assert ("2022-06-18", "618") in timeline
    assert "Where only months stand, no day within them is told." in report


def test_no_invoice_figure_is_invented(orderscope, report):
    assert "How many orders there are is *not known*" in report
    assert "invoice" not in re.sub(r"```sql.*?```", "", report, flags=re.DOTALL)
    for table in ("mart.invoice_interval", "result.estimate", "result.finding", "raw.invoice"):
        assert orderscope.rows("sql", f"FROM {table}") == []


def test_a_run_asks_nobody(orderscope):
    ran = orderscope.run("run", "ochama")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "ochama.counts is only imported: nobody is asked" in ran.stderr
    orderscope("run", "ochama", "--due")
    assert [row["url"] for row in orderscope.rows("sql", "FROM raw.look ORDER BY url")] == [
        "file:attention.csv",
        "file:counts.csv",
    ]


def test_every_figure_names_its_source_and_leads_to_it(orderscope):
    for kind in ("counts", "attention"):
        with (EXAMPLES / "ochama" / f"{kind}.csv").open() as file:
            assert {row["source"] for row in csv.DictReader(file)} <= {"A", "B"}
    declared = tomllib.loads((EXAMPLES / "ochama.toml").read_text())
    assert {told["url"][:3] for told in declared["claims"] + declared["events"]} == {"A: ", "B: "}
    orderscope("verify", "ochama")
