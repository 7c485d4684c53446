"""Each due time is run at most once, whoever asks; what is not run is written down with the reason.

A look holds its source's lock from when it takes a due time until that is noted as run. So a time that is taken while
nobody holds the lock is one whose process was killed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines.due import pauses
from pipelines.due.ledger import Ledger, writing
from pipelines.due.locks import source_lock
from pipelines.due.timetable import Timetable


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Somebody asks whether a source is due."""

    spider: str
    timetable: Timetable
    now_utc: datetime
    over_budget: str | None = None
    """Why the budget of its host does not pay for a look, where it does not."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A due time that is not run, and why."""

    due_utc: datetime
    outcome: str
    why: str


@contextmanager
def alone(home: Path, spider: str) -> Iterator[bool]:
    """Tell whether no other process looks at this source; none will as long as the block lasts."""
    with source_lock(home, spider) as lock:
        with writing(home):  # whoever asks meanwhile finds the lock as it was before, or as it will be
            free = lock.taken()
        yield free


@contextmanager
def claimed(home: Path, asked: Asked) -> Iterator[datetime | None]:
    """Take the due time of now, and the source with it; None when it is not due, or somebody looks at it."""
    with source_lock(home, asked.spider) as lock:
        with writing(home) as ledger:
            due = _take(ledger, asked) if lock.taken() else None
        yield due


def settle(home: Path, asked: Asked) -> Refused | bool:
    """Tell whether a source is due and may be looked at; a due time that is not to be run is noted with the reason."""
    with writing(home) as ledger, source_lock(home, asked.spider) as lock:
        due = _open_due(ledger, asked)
        free = lock.taken()
        if due is None or not (free or ledger.ask("taken", spider=asked.spider)):
            post_next(ledger, asked)
            return False  # where it is not free: somebody looks at it by hand, and it stays due
        refused = _refused(ledger, asked, due, free=free)
        if refused is None:
            return True
        _note_missed(ledger, asked, due)
        ledger.note(asked.spider, due, refused.outcome, asked.now_utc, why=refused.why)
        post_next(ledger, asked)
        return refused


def ended(home: Path, asked: Asked, due_utc: datetime, run_id: str) -> None:
    """Note that the run of a due time ended, however it went."""
    with writing(home) as ledger:
        ledger.note(asked.spider, due_utc, "ran", asked.now_utc, run_id=run_id)
        post_next(ledger, asked)


def post_next(ledger: Ledger, asked: Asked) -> None:
    """Write on the board when a source is due next, and how its looks are spread by now."""
    at_utc, plan = next_due(ledger, asked), asked.timetable.in_words(asked.now_utc)
    ledger.ask("next", spider=asked.spider, next_utc=at_utc, plan=plan)


def next_due(ledger: Ledger, asked: Asked) -> datetime | None:
    """Return when a source is due next; a time up to now means that it is overdue, None that it never is."""
    return _open_due(ledger, asked) or asked.timetable.after(asked.now_utc)


def _take(ledger: Ledger, asked: Asked) -> datetime | None:
    for taken in ledger.ask("taken", spider=asked.spider):
        ledger.note(asked.spider, taken["due_utc"], "lost", asked.now_utc, why="its process ended before the run did")
    due = _open_due(ledger, asked)
    if due:
        _note_missed(ledger, asked, due)
        ledger.note(asked.spider, due, "taken", asked.now_utc)
        post_next(ledger, asked)
    return due


def _open_due(ledger: Ledger, asked: Asked) -> datetime | None:
    """Return the last due time up to now of which nothing is known."""
    due, last = asked.timetable.last(asked.now_utc), ledger.last(asked.spider)
    return due if due and (last is None or last < due) else None


def _note_missed(ledger: Ledger, asked: Asked, due: datetime) -> None:
    """Note the due times that have passed since the last one known; before the first one there is none."""
    last = ledger.last(asked.spider)
    for missed in asked.timetable.between(last, due)[:-1] if last else ():
        ledger.note(asked.spider, missed, "missed", asked.now_utc, why="nobody asked before the next one came")


def _refused(ledger: Ledger, asked: Asked, due: datetime, *, free: bool) -> Refused | None:
    if not free:
        return Refused(due_utc=due, outcome="overlapped", why="the run before was still under way")
    if pause := pauses.of(ledger, asked.spider, asked.now_utc):
        return Refused(due_utc=due, outcome=pause.outcome, why=pause.why)
    closes = asked.timetable.latest(due)
    if closes and closes <= asked.now_utc:
        return Refused(due_utc=due, outcome="missed", why=f"its window closed at {closes:%Y-%m-%d %H:%M} UTC")
    if asked.over_budget:
        return Refused(due_utc=due, outcome="over_budget", why=asked.over_budget)
    return None
