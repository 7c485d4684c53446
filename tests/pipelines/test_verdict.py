"""Each way in which a run can go wrong ends in its verdict, with its reason."""

from dataclasses import replace

import pytest

from pipelines.verdict import judge_run
from pipelines.verdict.evidence import Caps, Evidence

GOOD = Evidence(
    kind="locations",
    looks={"ok": 4},
    why={},
    sightings=158,
    rejected=0,
    announced=158,
    usual=(156,) * 7,
    expect_min=4,
    expect_max=200,
    stopped=None,
)


def test_a_good_run_is_complete():
    assert judge_run(GOOD)[0] == "complete"


@pytest.mark.parametrize(
    ("what", "verdict"),
    [
        ({"looks": {"blocked": 4}, "sightings": 0, "announced": None}, "blocked"),
        ({"looks": {"ok": 3, "blocked": 1}, "sightings": 120}, "partial"),
        ({"looks": {"http_error": 1}, "sightings": 0, "announced": None}, "error"),
        ({"looks": {"changed": 1}, "sightings": 0, "announced": None}, "error"),
        ({"looks": {"timeout": 2}, "sightings": 0, "announced": None}, "error"),
        ({"looks": {}, "sightings": 0, "announced": None}, "error"),
        ({"looks": {"changed": 1}, "sightings": 0, "announced": None, "recorded": True}, "empty"),
        ({"looks": {"blocked": 1}, "sightings": 0, "announced": None, "recorded": True}, "empty"),
        ({"looks": {"changed": 1, "ok": 1}, "sightings": 80, "announced": None, "recorded": True}, "partial"),
        ({"looks": {"empty": 1}, "sightings": 0, "announced": 0}, "empty"),
        ({"sightings": 50}, "partial"),
        ({"sightings": 100, "announced": None}, "partial"),
        ({"sightings": 3, "announced": None, "usual": ()}, "partial"),
        ({"sightings": 120, "rejected": 38}, "partial"),
        ({"stopped": "cut short"}, "partial"),
        ({"looks": {"ok": 4, "gone": 1}}, "complete"),
        ({"sightings": 400, "announced": 400}, "complete"),
    ],
)
def test_verdict(what, verdict):
    assert judge_run(replace(GOOD, **what))[0] == verdict


def test_of_four_shops_one_can_close():
    few = replace(GOOD, sightings=3, announced=3, usual=(4,), expect_min=1)
    assert judge_run(few)[0] == "complete"


def test_of_eight_shops_four_do_not_close_at_once():
    few = replace(GOOD, sightings=4, announced=4, usual=(8,), expect_min=1)
    assert judge_run(few)[0] == "partial"


def test_slots_sell_out():
    few = replace(GOOD, kind="slots", sightings=10, announced=10)
    verdict, checks = judge_run(few)
    assert verdict == "complete"
    assert [check.name for check in checks if not check.passed] == ["as many as usual"]


def test_a_cap_that_many_answers_never_meet_is_said():
    verdict, checks = judge_run(replace(GOOD, caps=Caps(answers=60, at_cap=0, capped=0)))
    assert verdict == "complete"
    assert [check.name for check in checks if not check.passed] == ["the cap was met"]


@pytest.mark.parametrize(("capped", "verdict"), [(0, "complete"), (2, "complete"), (3, "partial")])
def test_more_than_a_few_cells_that_ended_at_the_cap_are_a_hole(capped, verdict):
    assert judge_run(replace(GOOD, caps=Caps(answers=100, at_cap=40, capped=capped)))[0] == verdict


def test_every_failed_check_says_what_was_found_and_what_it_was_held_against():
    _, checks = judge_run(replace(GOOD, sightings=50))
    said = {check.name: check.detail for check in checks if not check.passed}
    assert said["all that was announced was seen"] == "the source says 158, we saw 50"
    assert said["as many as usual"] == "50 records, the last complete runs had 156; fewer than 132.6 are too few"


def test_a_look_that_was_not_answered_says_why():
    _, checks = judge_run(replace(GOOD, looks={"ok": 3, "timeout": 1}, why={"timeout": "no answer in time"}))
    (said,) = (check.detail for check in checks if not check.passed)
    assert said == "of 4 addresses: 1 timeout (no answer in time)"
