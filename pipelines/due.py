"""What is due: a ledger of due times, so that each is run at most once, whoever asks."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pipelines.cadence import Timetable


def next_due(home: Path, spider: str, now_utc: datetime, timetable: Timetable) -> datetime | None:
    """Return when the spider is due next; a time up to now means that it is overdue, None that it never is."""
    due = timetable.last(now_utc)
    last = _last(_ledger(home, spider))
    return due if due and (last is None or last < due) else timetable.after(now_utc)


def claim(home: Path, spider: str, now_utc: datetime, timetable: Timetable) -> bool:
    """Take the due time of now; False when somebody has taken it. A time that is taken is not given again."""
    due = timetable.last(now_utc)
    if due is None:
        return False
    with _locked(_ledger(home, spider)) as ledger:
        last = _last(ledger)
        if last is not None and last >= due:
            return False
        part = ledger.with_suffix(".part")
        part.write_text(f"{due.isoformat()}\n", encoding="ascii")
        part.replace(ledger)
        return True


def _ledger(home: Path, spider: str) -> Path:
    return home / "data" / "due" / f"{spider}.txt"


def _last(ledger: Path) -> datetime | None:
    return datetime.fromisoformat(ledger.read_text(encoding="ascii").strip()) if ledger.exists() else None


@contextmanager
def _locked(ledger: Path) -> Iterator[Path]:
    ledger.parent.mkdir(parents=True, exist_ok=True)
    with ledger.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield ledger
