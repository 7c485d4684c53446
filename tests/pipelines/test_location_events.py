"""What happened to a place, between which looks, how sure that is and from what."""

import pytest

PLACE = {"location_ref": "1", "name": "Zuid", "lat": 52.0, "lon": 4.9, "city": "Zeist"}
OTHERS = [{"location_ref": str(n), "name": f"Place {n}"} for n in range(10, 30)]


@pytest.fixture
def happened(watch):
    def look_on_successive_days(*states: dict | None) -> list[tuple]:
        watch.declare()
        watch.look("locations", "01-01", OTHERS)
        for day, state in enumerate(states, 2):
            watch.look("locations", f"01-{day:02d}", [*OTHERS, *([{**PLACE, **state}] if state is not None else [])])
        watch.load()
        return watch.ask(
            "SELECT event, strftime(not_before_utc, '%d'), strftime(not_after_utc, '%d'), confidence, basis "
            "FROM core.location_event WHERE location_id = 'shop:1' ORDER BY not_after_utc, event"
        )

    return look_on_successive_days


def test_three_complete_runs_without_a_place_close_it(happened, watch):
    assert happened({}, None, None, None) == [
        ("opened", "01", "02", "medium", "first listed"),
        ("closed", "02", "03", "medium", "missing in three complete runs"),
        ("missing", "02", "03", "high", "a complete run no longer held it"),
    ]
    (run,) = watch.ask("SELECT run_id FROM core.location_event WHERE event = 'closed'")
    assert run == ("shop.locations.20250105T000000Z",)


def test_two_runs_without_it_do_not(happened):
    assert [event for event, *_ in happened({}, None, None, {})] == ["opened", "missing", "reappeared"]


@pytest.mark.parametrize(
    ("told", "basis"),
    [
        ({"status": "closed"}, "the source says so"),
        ({"name": "Zuid (PERMANENTLY CLOSED)"}, "its name says: permanently closed"),
        ({"name": "Zuid - définitivement fermé"}, "its name says: definitivement ferme"),
        ({"name": "Zuid, endgültig geschlossen"}, "its name says: endgultig geschlossen"),
        ({"status": "CLOSED_PERMANENTLY"}, "its status says: closed permanently"),
        ({"closes_on": "2025-01-03"}, "the source says that it closes on 2025-01-03"),
    ],
)
def test_a_place_is_closed_when_the_source_says_so_and_once(happened, told, basis):
    events = happened({}, told, told, None, None, None)
    assert [(event, why) for event, _, _, _, why in events if event == "closed"] == [("closed", basis)]


def test_a_day_of_closing_that_is_to_come_closes_nothing_yet(happened):
    told = {"closes_on": "2025-01-04"}
    assert [event[:3] for event in happened({}, told, told)] == [
        ("opened", "01", "02"), ("changed", "02", "03"), ("closed", "03", "04"),
    ]  # fmt: skip


def test_a_place_that_is_gone_after_its_day_of_closing_is_closed_at_once(happened):
    events = happened({"closes_on": "2025-01-03"}, None)
    assert [event for event, *_ in events] == ["opened", "closed", "missing"]


def test_a_place_that_is_to_come_opens_on_its_day(happened):
    told = {"opens_on": "2025-01-04T00:00:00Z"}
    assert [event[:3] for event in happened(told, told, told)] == [("coming_soon", "01", "02"), ("opened", "03", "04")]


def test_a_place_whose_name_says_coming_soon_is_not_open_yet(happened):
    events = happened({"name": "Zuid (opent binnenkort)"}, {})
    assert [event for event, *_ in events] == ["coming_soon", "opened", "renamed"]


def test_a_temporary_closing_and_a_day_that_cannot_be_read_say_nothing(happened):
    assert [event for event, *_ in happened({"name": "Zuid (tijdelijk gesloten)", "closes_on": "03/04/2025"})] == [
        "opened"
    ]


def test_what_changes_at_once_is_several_events(happened):
    events = happened({}, {"name": "Noord", "lat": 52.1, "pickup_hours": "Mo 09:00-12:00", "city": "Bunnik"})
    assert [(event, basis) for event, _, after, _, basis in events if after == "03"] == [
        ("changed", "city"),
        ("hours_changed", "before:"),
        ("moved", "11132 m"),
        ("renamed", "before: Zuid"),
    ]


def test_a_few_metres_are_no_move(happened):
    assert [(event, basis) for event, *_, basis in happened({}, {"lat": 52.0005})][1:] == [("changed", "lat")]


def test_reopening_is_a_reappearance(happened):
    assert [event for event, *_ in happened({}, {"status": "closed"}, {"status": "available"})] == [
        "opened", "closed", "reappeared",
    ]  # fmt: skip
