"""The board: every declared source with its next due time, so that whoever asks what is due need not read declarations.

It is made anew when a declaration changes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from pipelines.due.claims import Asked, next_due
from pipelines.due.ledger import Ledger, reading, writing


@dataclass(frozen=True, kw_only=True)
class Posted:
    """A source on the board."""

    spider: str
    host: str
    platform: str
    plan: str
    period_seconds: int
    next_utc: datetime | None


@dataclass(frozen=True, kw_only=True)
class Declared:
    """A source as it is declared, with what the clock needs of it."""

    asked: Asked
    host: str
    platform: str


def fingerprint(files: Mapping[str, Path]) -> str:
    """Return what changes when a declaration is written, added or taken away."""
    stats = {slug: file.stat() for slug, file in files.items()}
    seen = [(slug, str(files[slug]), stat.st_mtime_ns, stat.st_size) for slug, stat in sorted(stats.items())]
    return sha256(json.dumps(seen).encode()).hexdigest()


def problems(home: Path, declared_by: str) -> list[str] | None:
    """Return what is wrong with declarations; None when the board was made of other files than these."""
    with reading(home) as ledger:
        known = ledger.ask("declared")
    if not known or known[0]["fingerprint"] != declared_by:
        return None
    return list(json.loads(known[0]["problems"]))


def post(home: Path, declared_by: str, sources: Sequence[Declared], wrong: Sequence[str]) -> None:
    """Make the board anew."""
    with writing(home) as ledger:
        ledger.ask("clear")
        ledger.ask("undeclare")
        ledger.ask("declare", fingerprint=declared_by, problems=json.dumps(wrong))
        for position, source in enumerate(sources):
            ledger.ask("post", **asdict(_posted(ledger, source)), position=position)


def board(home: Path) -> list[Posted]:
    """Return every source on the board."""
    with reading(home) as ledger:
        return [Posted(**row) for row in ledger.ask("board")]


def due(home: Path, now_utc: datetime) -> list[tuple[str, str]]:
    """Return spider and host of the sources that are due, overdue first."""
    with reading(home) as ledger:
        return [(row["spider"], row["host"]) for row in ledger.ask("due", now_utc=now_utc)]


def _posted(ledger: Ledger, source: Declared) -> Posted:
    asked = source.asked
    return Posted(
        spider=asked.spider,
        host=source.host,
        platform=source.platform,
        plan=asked.timetable.in_words(asked.now_utc),
        period_seconds=int(asked.timetable.period(asked.now_utc).total_seconds()),
        next_utc=next_due(ledger, asked),
    )
