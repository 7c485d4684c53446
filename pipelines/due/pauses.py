"""Sources that are not looked at: held by a person, or paused for longer and longer where the retailer blocks us."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pipelines.due.ledger import Ledger, reading, writing

PAUSED_FROM = 3
"""Looks in a row that are blocked, from which on a source is paused."""
_SHORTEST, _LONGEST = timedelta(hours=1), timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Pause:
    """Why a source is not looked at, as a due time is noted."""

    outcome: str
    why: str


def of(ledger: Ledger, spider: str, now_utc: datetime) -> Pause | None:
    """Return whether a source is held, or paused until after now."""
    row = next(iter(ledger.ask("paused", spider=spider)), None)
    if row is None:
        return None
    if not row["blocked"]:
        return Pause(outcome="held", why=row["why"])
    if row["until_utc"] and now_utc < row["until_utc"]:
        return Pause(outcome="paused", why=f"{row['why']}; paused until {row['until_utc']:%Y-%m-%d %H:%M} UTC")
    return None


def held(home: Path, spider: str) -> str | None:
    """Return why a person holds a source; None when nobody does."""
    with reading(home) as ledger:
        rows = ledger.ask("paused", spider=spider)
    return next((row["why"] for row in rows if not row["blocked"]), None)


def hold(home: Path, spider: str, now_utc: datetime, why: str) -> None:
    """Look at a source no more until somebody resumes it."""
    with writing(home) as ledger:
        ledger.ask("pause", spider=spider, since_utc=now_utc, until_utc=None, blocked=0, why=why)


def resume(home: Path, spider: str) -> bool:
    """Look at a source again, whatever it was that stopped it; False when nothing did."""
    with writing(home) as ledger:
        was_paused = bool(ledger.ask("paused", spider=spider))
        ledger.ask("unpause", spider=spider)
    return was_paused


def looked(home: Path, spider: str, now_utc: datetime, *, blocked: bool, period: timedelta) -> datetime | None:
    """Count a look for the circuit breaker; returns until when the source is paused, None when it is not.

    From the third blocked look in a row on it is paused for two periods of its timetable, then four, eight and so on.
    A look that is not blocked ends it all.
    """
    with writing(home) as ledger:
        if not blocked:
            ledger.ask("unblock", spider=spider)
            return None
        before = ledger.ask("paused", spider=spider)
        times = (before[0]["blocked"] if before else 0) + 1
        until = now_utc + pause_after(times, period) if times >= PAUSED_FROM else None
        why = f"{times} looks in a row were blocked" if times > 1 else "the last look was blocked"
        ledger.ask("pause", spider=spider, since_utc=now_utc, until_utc=until, blocked=times, why=why)
        return until


def pause_after(times: int, period: timedelta) -> timedelta:
    """Return for how long a source is paused that was blocked so many times in a row.

    >>> [pause_after(times, timedelta(days=1)).days for times in (3, 4, 5, 6, 7)]
    [2, 4, 8, 14, 14]
    """
    doublings = min(times - PAUSED_FROM + 1, 10)
    return min(max(period, _SHORTEST) * (1 << doublings), max(_LONGEST, period))
