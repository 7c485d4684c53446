"""What is due: a ledger of due times, so that each is run at most once, whoever asks."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - instants are UTC without zone


def due_time(now_utc: datetime, every: timedelta) -> datetime:
    """Return the last due time up to now: the cadence's grid begins with 1970, so that all who ask agree.

    >>> due_time(datetime(2025, 1, 6, 13, 20), timedelta(hours=12))
    datetime.datetime(2025, 1, 6, 12, 0)
    """
    return now_utc - (now_utc - _EPOCH) % every


def next_due(home: Path, spider: str, now_utc: datetime, every: timedelta) -> datetime:
    """Return when the spider is due next; a time up to now means that it is overdue."""
    due = due_time(now_utc, every)
    last = _last(_ledger(home, spider))
    return due if last is None or last < due else due + every


def claim(home: Path, spider: str, now_utc: datetime, every: timedelta) -> bool:
    """Take the due time of now; False when somebody has taken it. A time that is taken is not given again."""
    due = due_time(now_utc, every)
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
