"""Windows and jitter move due times; everybody who asks agrees on where."""

from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pipelines.clock import to_local
from pipelines.due.cron import Cron
from pipelines.due.jitter import Jittered
from pipelines.due.timetable import Every
from pipelines.due.window import Windowed

ZONE = "Europe/Amsterdam"
FIRST = datetime.fromisoformat("2025-03-25T00:00")
NIGHT = {"opens": time(22), "closes": time(6), "timezone": ZONE}
DAY = {"opens": time(8), "closes": time(20), "timezone": ZONE}
instants = st.datetimes(FIRST, FIRST + timedelta(days=300))


def test_what_is_due_outside_of_the_window_waits_until_it_opens():
    daily = Windowed(timetable=Every(timedelta(days=1)), **DAY)
    due = daily.between(FIRST, FIRST + timedelta(days=10))
    assert {to_local(instant, ZONE).time() for instant in due} == {time(8)}
    assert len(due) == 10


def test_a_window_may_last_over_midnight():
    hourly = Windowed(timetable=Every(timedelta(hours=1)), **NIGHT).between(FIRST, FIRST + timedelta(days=1))
    assert {to_local(instant, ZONE).hour for instant in hourly} == {22, 23, 0, 1, 2, 3, 4, 5}


@given(instants, st.sampled_from([DAY, NIGHT]), st.integers(1, 72))
def test_no_due_time_lies_outside_of_its_window(now, window, hours):
    windowed = Windowed(timetable=Every(timedelta(hours=hours)), **window)
    due = windowed.after(now)
    local = to_local(due, ZONE).time()
    assert (local >= time(8) and local < time(20)) if window is DAY else (local >= time(22) or local < time(6))
    assert due < windowed.latest(due) <= due + timedelta(hours=13)


@given(instants)
def test_jitter_moves_each_due_time_by_its_own_share_and_the_same_for_all_who_ask(now):
    plain = Every(timedelta(hours=6))
    moved = Jittered(timetable=plain, spider="shop.slots", most=timedelta(hours=1))
    due = moved.after(now)
    assert timedelta(0) <= due - plain.last(due) <= timedelta(hours=1)
    assert moved.last(due) == due == moved.between(due - timedelta(days=3), due)[-1]


def test_jitter_differs_between_sources_and_days():
    def shares(spider: str) -> set[timedelta]:
        jittered = Jittered(timetable=Every(timedelta(days=1)), spider=spider, most=timedelta(hours=2))
        return {due - Every(timedelta(days=1)).last(due) for due in jittered.between(FIRST, FIRST + timedelta(days=9))}

    assert len(shares("shop.slots")) > 7
    assert shares("shop.slots").isdisjoint(shares("shop.prices"))


def test_jitter_leaves_nobody_outside_of_the_window():
    last_minute = Windowed(timetable=Cron("55 19 * * *", ZONE), **DAY)
    jittered = Jittered(timetable=last_minute, spider="shop.slots", most=timedelta(hours=1))
    due = jittered.between(FIRST, FIRST + timedelta(days=30))
    assert len(due) == 30
    assert all(to_local(instant, ZONE).time() < time(20) for instant in due)
