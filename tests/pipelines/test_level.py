"""A lasting change of level is told from a partial crawl, and holds from its first run."""

import pytest

from pipelines.records import Expect

MANY = [str(n) for n in range(40)]
FEW = MANY[:12]


def verdicts(watch) -> list[str]:
    return [verdict for (verdict,) in watch.ask("SELECT verdict FROM raw.run ORDER BY started_utc")]


def missing(watch) -> list[tuple]:
    return watch.ask(
        "SELECT strftime(not_before_utc, '%d'), strftime(not_after_utc, '%d'), count(*) FROM core.location_event "
        "WHERE event = 'missing' GROUP BY ALL ORDER BY ALL"
    )


def look(watch, places, days: dict[str, list[str]]) -> None:
    for day, refs in days.items():
        watch.look("locations", day, places(*refs))


SHIFT = {"01-01": MANY, "01-02": MANY, "01-04": FEW, "01-05": FEW, "01-06": FEW[1:], "01-07": FEW[1:]}


@pytest.mark.parametrize("one_by_one", [True, False])
def test_a_drop_that_two_further_runs_confirm_happened_before_the_first_of_them(watch, places, one_by_one):
    watch.declare()
    for day, refs in SHIFT.items():
        look(watch, places, {day: refs})
        if one_by_one:
            watch.load()
    watch.load()
    assert set(verdicts(watch)) == {"complete"}
    assert missing(watch) == [("02", "04", 28), ("05", "06", 1)]
    assert watch.ask("SELECT count(*) FROM raw.location_latest WHERE present") == [(11,)]
    assert watch.ask("SELECT count(*) FROM raw.location_held") == [(0,)]


def test_the_verdict_before_stays_to_be_seen(watch, places):
    look(watch, places, SHIFT)
    loaded = watch.load()
    assert [run.verdict for run in loaded] == ["complete", "complete", "partial", "partial", "complete", "complete"]
    assert "the list has changed for good" in " ".join(loaded[4].reasons)
    checks = watch.ask("SELECT name, detail FROM raw.run_check WHERE name LIKE '%lasting change' ORDER BY run_id, name")
    assert [name for name, _ in checks] == ["first of a lasting change", "agrees with a lasting change"]
    assert "12 records, the last complete runs had 40" in checks[0][1]
    assert watch.ask("SELECT count(*) FROM raw.run_check WHERE name = 'as many as usual' AND NOT passed") == [(3,)]


def test_a_crawl_that_recovers_was_partial(watch, places):
    watch.declare()
    look(watch, places, {"01-01": MANY, "01-02": MANY, "01-03": FEW, "01-04": FEW, "01-05": MANY})
    watch.load()
    assert verdicts(watch) == ["complete", "complete", "partial", "partial", "complete"]
    assert missing(watch) == []
    assert watch.ask("SELECT count(*) FROM raw.location_held") == [(0,)]


def test_runs_that_each_lack_something_else_confirm_nothing(watch, places):
    watch.declare()
    look(watch, places, {"01-01": MANY, "01-02": MANY})
    look(watch, places, {f"01-{3 + n:02d}": MANY[7 * n : 7 * n + 12] for n in range(5)})
    watch.load()
    assert verdicts(watch)[2:] == ["partial"] * 5
    assert missing(watch) == []


def test_retries_within_minutes_confirm_nothing(watch, places):
    watch.declare()
    retries = {f"01-03T10:{minute}": FEW for minute in ("01", "04", "09", "15")}
    look(watch, places, {"01-01": MANY, "01-02": MANY, **retries})
    watch.load()
    assert verdicts(watch)[2:] == ["partial"] * 4
    assert missing(watch) == []


def test_a_list_that_announces_more_than_it_holds_is_never_a_new_level(watch, places):
    look(watch, places, {"01-01": MANY})
    for day in ("01-02", "01-03", "01-04", "01-05"):
        watch.look("locations", day, places(*FEW), announced=40)
    watch.load()
    assert verdicts(watch)[1:] == ["partial"] * 4


def test_a_lasting_change_goes_before_the_minimum_that_was_declared_in_other_times(watch, places):
    watch.expect = Expect(min=30)
    look(watch, places, SHIFT)
    watch.load()
    assert set(verdicts(watch)) == {"complete"}


def test_a_source_that_never_held_the_declared_minimum_has_no_level_to_change(watch, places):
    watch.expect = Expect(min=30)
    look(watch, places, {f"01-0{n}": FEW for n in range(1, 6)})
    watch.load()
    assert set(verdicts(watch)) == {"partial"}


def test_a_failed_look_between_the_runs_that_agree_does_not_stop_them(watch, places):
    watch.declare()
    look(watch, places, {"01-01": MANY, "01-02": MANY, "01-03": FEW})
    watch.look("locations", "01-04", places(*FEW[:2], "99"), announced=12)
    look(watch, places, {"01-05": FEW, "01-06": FEW})
    watch.load()
    assert verdicts(watch) == ["complete", "complete", "complete", "partial", "complete", "complete"]
    assert missing(watch) == [("02", "03", 28), ("04", "05", 1)]


def test_more_than_ever_is_said_and_accepted(watch, places):
    look(watch, places, {"01-01": FEW, "01-02": MANY})
    loaded = watch.load()
    assert [run.verdict for run in loaded] == ["complete", "complete"]
    assert "many more than the 18 expected" in loaded[1].reasons[0]


def test_a_source_that_never_changes_much_is_held_to_that(watch, places):
    refs = [str(n) for n in range(100)]
    look(watch, places, {f"01-0{n}": refs for n in range(1, 6)})
    look(watch, places, {"01-07": refs[:80]})
    watch.load()
    assert verdicts(watch)[-1] == "partial"


def test_a_change_that_did_not_last_was_a_list_cut_short(watch, places):
    watch.declare()
    look(watch, places, SHIFT)
    watch.load()
    look(watch, places, {"01-09": [*MANY[1:], "new"], "01-10": MANY[1:]})
    watch.load()
    assert verdicts(watch) == ["complete"] * 2 + ["partial"] * 4 + ["complete"] * 2
    assert missing(watch) == [("02", "09", 1), ("09", "10", 1)]
    assert watch.ask("SELECT count(*) FROM raw.location_state") == [(43,)]
    assert "holds again what it lacked" in str(watch.ask("SELECT verdict_reasons FROM raw.run ORDER BY started_utc")[3])


def test_what_comes_back_after_a_season_was_closed(watch, places):
    watch.declare()
    look(watch, places, SHIFT | {"03-15": MANY})
    watch.load()
    assert set(verdicts(watch)) == {"complete"}
    assert missing(watch) == [("02", "04", 28), ("05", "06", 1)]
