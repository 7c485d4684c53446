"""The daemon: APScheduler is its clock, the ledger of due times decides; cron with ``run --due`` does the same."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click
from apscheduler.schedulers.blocking import BlockingScheduler

from pipelines.cli.collecting import may_look
from pipelines.cli.composition import Workspace
from pipelines.cli.crew import Crew, command, stop
from pipelines.cli.posting import posted
from pipelines.cli.rounds import plan_rows
from pipelines.cli.show import show
from pipelines.clock import environment, now_utc
from pipelines.due import board
from pipelines.due.locks import daemon_lock
from pipelines.home import landing_root
from pipelines.stages.land import is_whole
from spiders.files import NOTHING

_LOOK_SECONDS, _KEEP_SECONDS = 1, 10
_KEPT_AT_LEAST_EVERY = 600.0  # seconds, while there is always a look under way


class Stopped(BaseException):
    """The daemon was asked to stop."""


class AlreadyRunning(ValueError):  # noqa: N818 - it is what it is
    """Another daemon runs in this home; the message says which process."""


def run_until_stopped(home: Path, names: tuple[str, ...], *, json_lines: bool = False) -> None:
    """Look at what is due and keep what was seen, in processes of their own; SIGTERM and SIGINT end it.

    A tick decides nothing: a due time is taken from the ledger at most once, whoever asks, so that a late tick does no
    harm. Raises AlreadyRunning.
    """
    with daemon_lock(home) as lock:
        if not lock.taken():
            raise AlreadyRunning(f"a daemon runs here already: process {lock.said()}")
        lock.say(str(os.getpid()))
        _run(Daemon(home, names), json_lines=json_lines)


def _run(daemon: "Daemon", *, json_lines: bool) -> None:
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    scheduler = BlockingScheduler(timezone=UTC)
    for tick, seconds in ((daemon.look, _LOOK_SECONDS), (daemon.keep, _KEEP_SECONDS)):
        _every(scheduler, tick, seconds)
    signal.signal(signal.SIGTERM, _stop)
    try:
        show(daemon.plan(), json_lines=json_lines, nothing=NOTHING)
        if by_location := daemon.plan_by_location():
            show(by_location, json_lines=json_lines)
        sys.stdout.flush()
        scheduler.start()
    except (KeyboardInterrupt, Stopped):
        daemon.stop()
        if scheduler.running:
            scheduler.shutdown(wait=True)


def _every(scheduler: BlockingScheduler, tick: Callable[[], None], seconds: int) -> None:
    words = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
    scheduler.add_job(tick, "interval", seconds=seconds, next_run_time=datetime.now(UTC), **words)


class Daemon:
    """What is due of some retailers, and the processes that see to it."""

    def __init__(self, home: Path, names: tuple[str, ...]) -> None:
        self._home, self._names = home, names
        self._crew = Crew(home)
        self._keeper: subprocess.Popen[bytes] | None = None
        self._kept_at = time.monotonic()
        self._problems: list[str] = []
        Workspace(home).sources(names)  # raises where a name is not declared

    def plan(self) -> list[dict[str, str]]:
        """Return when each source is due next, and how its looks are spread; a time that has passed is overdue."""
        posted(self._home)
        return [
            {
                "source": source.spider,
                "next_due_utc": f"{source.next_utc:%Y-%m-%d %H:%M}" if source.next_utc else "never",
                "plan": source.plan,
            }
            for source in board.board(self._home)
            if self._is_meant(source.spider)
        ]

    def plan_by_location(self) -> list[dict[str, object]]:
        """Return how today's looks are spread over the locations of sources that are asked one by one."""
        return list(plan_rows(self._home, Workspace(self._home).sources(self._names)))

    def look(self) -> None:
        """Begin the looks that are due and for which there is room, overdue first."""
        for done in self._crew.ended():
            click.echo(f"{now_utc():%Y-%m-%d %H:%M} {done.spider} {done.problem or 'was looked at'}")
        self._tell(posted(self._home))
        due = [(s, host) for s, host in board.due(self._home, now_utc()) if self._is_meant(s)]
        workspace = Workspace(self._home)
        for spider, host in due:
            under_way = self._crew.looks_at(spider)
            if not (under_way or self._crew.has_room(host)):
                continue
            if may_look(self._home, *workspace.sources((spider,))[0]) and not under_way:
                self._crew.start(spider, host, "--due")

    def keep(self) -> None:
        """Load, estimate and report what has landed: when nobody looks just now, or nobody did so for a while."""
        waited = time.monotonic() - self._kept_at > _KEPT_AT_LEAST_EVERY
        under_way = self._keeper and self._keeper.poll() is None
        if under_way or not (self._crew.is_idle() or waited):
            return
        if any(map(is_whole, landing_root(self._home).glob("*"))):
            words = command(self._home, "run", "--landed", *self._names)
            self._keeper = subprocess.Popen(words, env=environment(), start_new_session=True)  # noqa: S603 - ours
            self._kept_at = time.monotonic()

    def stop(self) -> None:
        """Ask all processes and their children to end; what they have seen by then is archived."""
        self._crew.stop()
        stop([self._keeper] if self._keeper else [])

    def _is_meant(self, spider: str) -> bool:
        return not self._names or bool({spider, spider.split(".", maxsplit=1)[0]} & set(self._names))

    def _tell(self, problems: list[str]) -> None:
        if problems != self._problems:
            self._problems = problems
            for problem in problems:
                click.echo(problem, err=True)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Stopped
