"""The daemon: APScheduler is its clock, the ledger of due times decides; cron with ``run --due`` does the same."""

import logging
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from apscheduler.schedulers.blocking import BlockingScheduler

from pipelines.cli.composition import Workspace
from pipelines.cli.show import show
from pipelines.cli.timetables import plan_line, timetable
from pipelines.clock import now_utc
from pipelines.due import next_due

_TICK_SECONDS = 30


class Stopped(BaseException):
    """The daemon was asked to stop."""


def run_until_stopped(home: Path, names: tuple[str, ...], *, json_lines: bool = False) -> None:
    """Ask every half minute what is due and run it, in processes of their own; SIGTERM and SIGINT end it.

    The tick decides nothing: a due time is taken from the ledger at most once, whoever asks, so that a late tick or a
    second daemon does no harm.
    """
    due = _Due(home, names)
    show(due.plan(), json_lines=json_lines, nothing="nothing is declared")
    sys.stdout.flush()
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    scheduler = BlockingScheduler(timezone=UTC)
    scheduler.add_job(
        due.run,
        "interval",
        seconds=_TICK_SECONDS,
        next_run_time=datetime.now(UTC),
        max_instances=1,
        coalesce=True,
        misfire_grace_time=None,
    )
    signal.signal(signal.SIGTERM, _stop)
    try:
        scheduler.start()
    except (KeyboardInterrupt, Stopped):
        due.stop()
        scheduler.shutdown(wait=True)


class _Due:
    """What is due of some retailers, and the process that sees to it."""

    def __init__(self, home: Path, names: tuple[str, ...]) -> None:
        self._home, self._names = home, names
        self._sources = Workspace(home).sources(names)
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def plan(self) -> list[dict[str, str]]:
        """Return when each source is due next, and how its looks are spread; a time that has passed is overdue."""
        return [
            {
                "source": f"{retailer.slug}.{source.slug}",
                "next_due_utc": f"{at_utc:%Y-%m-%d %H:%M}" if at_utc else "never",
                "plan": plan_line(self._home, retailer, source),
            }
            for (retailer, source), at_utc in zip(self._sources, self._times(), strict=True)
        ]

    def _times(self) -> list[datetime | None]:
        return [
            next_due(self._home, f"{r.slug}.{s.slug}", now_utc(), timetable(self._home, r, s)) for r, s in self._sources
        ]

    def run(self) -> None:
        """Run what is due, in a process of its own and in that one's children."""
        if self._stopped or not any(at_utc and at_utc <= now_utc() for at_utc in self._times()):
            return
        command = [sys.executable, "-m", "pipelines.cli", "--home", str(self._home), "run", "--due", *self._names]
        self._process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own command
        self._process.wait()

    def stop(self) -> None:
        """Ask the process and its children to end; what they have seen by then is archived."""
        self._stopped = True
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Stopped
