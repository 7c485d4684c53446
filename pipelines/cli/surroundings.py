"""What the sources need around them: room on the disk, a browser, a daemon; what waits, and what was made last."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipelines.cli.health import DEGRADED, HEALTHY
from pipelines.cli.seen import Seen
from pipelines.due.locks import daemon_lock
from pipelines.home import landing_root

LITTLE_ROOM = 500 * 2**20
"""Bytes free on the disk; with fewer a load or its published copy may fail."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What there is around the sources; sizes in bytes."""

    waiting: int
    """Runs in data/landing."""
    archived_answers: int
    archived_bytes: int
    """Before compression."""
    disk_free_bytes: int
    browser: bool
    daemon: str | None
    """The process that runs ``orderscope schedule``."""
    last_report_utc: datetime | None

    def in_words(self) -> dict[str, str]:
        """Return what there is of each, for people."""
        return {
            "landing": f"{self.waiting} runs wait",
            "archive": f"{self.archived_answers:,} answers, {_size(self.archived_bytes)}",
            "disk": f"{_size(self.disk_free_bytes)} free{': too little for a load' if self.level() else ''}",
            "browser": "there" if self.browser else "none",
            "daemon": f"process {self.daemon}" if self.daemon else "none",
            "report": f"{self.last_report_utc:%Y-%m-%d %H:%M} UTC" if self.last_report_utc else "none",
        }

    def level(self) -> int:
        """Return the exit status that they alone would give: without room on the disk all is degraded."""
        return HEALTHY if self.disk_free_bytes >= LITTLE_ROOM else DEGRADED


def surroundings(home: Path, seen: Seen) -> Surroundings:
    """Look around."""
    from spiders.installed_browser import available

    return Surroundings(
        waiting=len(list(landing_root(home).glob("*"))),
        archived_answers=seen.archived_answers,
        archived_bytes=seen.archived_bytes,
        disk_free_bytes=shutil.disk_usage(home if home.exists() else home.anchor).free,
        browser=available(),
        daemon=_daemon(home),
        last_report_utc=_last_report(home),
    )


def _daemon(home: Path) -> str | None:
    with daemon_lock(home) as lock:
        return None if lock.taken() else lock.said()


def _last_report(home: Path) -> datetime | None:
    times = [file.stat().st_mtime for file in (home / "reports").glob("*.md") if file.stem != "index"]
    return datetime.fromtimestamp(max(times), UTC).replace(tzinfo=None) if times else None


def _size(size: int) -> str:
    """Write a size in its largest unit.

    >>> _size(1_500), _size(2_500_000_000)
    ('1.5 kB', '2.5 GB')
    """
    amount, units = float(size), ["B", "kB", "MB", "GB", "TB"]
    while amount >= 1000 and len(units) > 1:
        amount, units = amount / 1000, units[1:]
    return f"{amount:.1f} {units[0]}"
