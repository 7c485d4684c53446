"""Each due time has one outcome: it is run at most once, whoever asks, and what is not run is written down."""

import subprocess
import sys
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from pipelines import warehouse
from pipelines.build import SQL, build
from pipelines.due.claims import Asked, alone, claimed, ended, settle
from pipelines.due.ledger import reading
from pipelines.due.pauses import hold, looked, resume
from pipelines.due.take_over import take_over
from pipelines.due.timetable import Every, Timetable
from pipelines.due.window import Windowed

FIRST = datetime.fromisoformat("2025-01-07T12:30")
HOURLY = Every(timedelta(hours=1))
CLAIM = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from pipelines.due.claims import Asked, claimed, ended
from pipelines.due.timetable import Every

home = Path(sys.argv[1])
for hour in range(20):
    now = datetime(2025, 1, 7, hour, 30)
    asked = Asked(spider="shop.slots", timetable=Every(timedelta(hours=1)), now_utc=now)
    with claimed(home, asked) as due:
        if due:
            print(due)
            ended(home, asked, due, "run")
"""


def ask(hours: float = 0, timetable: Timetable = HOURLY, over_budget: str | None = None) -> Asked:
    now = FIRST + timedelta(hours=hours)
    return Asked(spider="shop.slots", timetable=timetable, now_utc=now, over_budget=over_budget)


def run(home: Path, hours: float = 0) -> datetime | None:
    with claimed(home, ask(hours)) as due:
        if due:
            ended(home, ask(hours), due, f"run {hours}")
    return due


def outcomes(home: Path) -> dict[str, str]:
    with reading(home) as ledger:
        rows = ledger.ask("changed", change=0)
    return {f"{row['due_utc']:%H}": row["outcome"] for row in sorted(rows, key=lambda row: row["due_utc"])}


def test_a_due_time_is_given_once_among_many_processes(tmp_path):
    command = [sys.executable, "-c", CLAIM, str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    given = [line for process in processes for line in process.communicate()[0].splitlines()]
    assert len(given) == len(set(given))
    assert list(outcomes(tmp_path)) == [f"{hour:02d}" for hour in range(20)]
    assert set(outcomes(tmp_path).values()) <= {"ran", "missed"}  # one that is ahead may take a later hour first


def test_due_times_that_nobody_asked_for_are_noted_as_missed(tmp_path):
    assert run(tmp_path) is not None
    assert run(tmp_path, hours=4) is not None
    assert outcomes(tmp_path) == {"12": "ran", "13": "missed", "14": "missed", "15": "missed", "16": "ran"}


def test_a_run_that_was_killed_is_noted_as_lost_and_not_run_again(tmp_path):
    with claimed(tmp_path, ask()) as due:
        assert due
    assert run(tmp_path) is None
    assert run(tmp_path, hours=1) is not None
    assert outcomes(tmp_path) == {"12": "lost", "13": "ran"}


def test_a_due_time_within_the_run_before_is_noted_as_overlapped(tmp_path):
    with claimed(tmp_path, ask()):
        assert settle(tmp_path, ask()) is False
        assert settle(tmp_path, ask(1)).outcome == "overlapped"
        assert run(tmp_path, hours=1) is None
    assert outcomes(tmp_path) == {"12": "taken", "13": "overlapped"}


def test_a_look_by_hand_lets_a_due_time_wait(tmp_path):
    with alone(tmp_path, "shop.slots") as free:
        assert free
        assert settle(tmp_path, ask()) is False
    assert settle(tmp_path, ask()) is True
    assert outcomes(tmp_path) == {}


def test_due_times_of_a_held_source_are_noted_as_held_until_it_is_resumed(tmp_path):
    hold(tmp_path, "shop.slots", FIRST, "they rebuild their site")
    assert settle(tmp_path, ask()).why == "they rebuild their site"
    assert resume(tmp_path, "shop.slots")
    assert not resume(tmp_path, "shop.slots")
    assert settle(tmp_path, ask(1)) is True
    assert outcomes(tmp_path) == {"12": "held"}


def test_a_due_time_whose_window_has_closed_is_missed(tmp_path):
    noon = Windowed(timetable=Every(timedelta(days=1)), opens=time(8), closes=time(12), timezone="UTC")
    refused = settle(tmp_path, ask(timetable=noon))
    assert (refused.outcome, refused.why) == ("missed", "its window closed at 2025-01-07 12:00 UTC")


def test_what_no_budget_pays_for_is_noted(tmp_path):
    assert settle(tmp_path, ask(over_budget="58 of 60")).outcome == "over_budget"
    assert settle(tmp_path, ask()) is False


def test_repeated_blocks_pause_a_source_for_longer_and_longer_until_a_look_succeeds(tmp_path):
    def blocked(hours: float, *, blocked: bool = True) -> timedelta | None:
        now = FIRST + timedelta(hours=hours)
        until = looked(tmp_path, "shop.slots", now, blocked=blocked, period=timedelta(hours=1))
        return until and until - now

    assert [blocked(0), blocked(1), blocked(2), blocked(4), blocked(8)] == [
        None, None, timedelta(hours=2), timedelta(hours=4), timedelta(hours=8),
    ]  # fmt: skip
    assert settle(tmp_path, ask(9)).outcome == "paused"
    assert settle(tmp_path, ask(17)) is True
    assert blocked(17, blocked=False) is None
    assert [blocked(18), blocked(19)] == [None, None]


def test_a_hold_outlives_a_look_that_succeeds_and_one_that_is_blocked(tmp_path):
    hold(tmp_path, "shop.slots", FIRST, "by hand")
    looked(tmp_path, "shop.slots", FIRST, blocked=False, period=timedelta(hours=1))
    looked(tmp_path, "shop.slots", FIRST, blocked=True, period=timedelta(hours=1))
    assert settle(tmp_path, ask(1)).outcome == "held"


def test_the_warehouse_takes_over_every_note_and_every_change_of_one(tmp_path):
    with claimed(tmp_path, ask()), warehouse.writing(tmp_path) as con:
        build(con, (SQL,))
        assert take_over(con, tmp_path) == 1
    run(tmp_path, hours=2)
    with warehouse.writing(tmp_path) as con:
        assert take_over(con, tmp_path) == 3
        assert take_over(con, tmp_path) == 0
        rows = con.execute("SELECT hour(due_utc), outcome, run_id FROM raw.due_time ORDER BY ALL").fetchall()
    assert rows == [(12, "lost", None), (13, "missed", None), (14, "ran", "run 2")]


@pytest.mark.parametrize("left", ["", "not a database"])
def test_a_lock_file_that_a_killed_process_left_stops_nobody(tmp_path, left):
    folder = tmp_path / "data" / "due"
    folder.mkdir(parents=True)
    (folder / "shop.slots.running").write_text(left)
    assert run(tmp_path) is not None
