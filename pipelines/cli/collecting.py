"""The collect step: which sources, each in a process of its own, none twice at a time."""

import fcntl
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from pipelines.cli.composition import Workspace
from pipelines.cli.timetables import is_affordable, note_cost, plan_line, timetable
from pipelines.clock import now_utc
from pipelines.due import claim
from spiders.declaration import Retailer, Source

Pair = tuple[Retailer, Source]


@dataclass(frozen=True, kw_only=True)
class Collected:
    """What became of looking at one source."""

    spider: str
    run_id: str | None = None
    problem: str | None = None


def to_collect(home: Path, names: tuple[str, ...]) -> Iterator[Pair]:
    """Yield the sources to look at."""
    yield from Workspace(home).sources(names)


def due_to_collect(home: Path, names: tuple[str, ...]) -> Iterator[Pair]:
    """Yield the sources that are due; a due time is taken when its turn comes, and given to nobody else."""
    for retailer, source in Workspace(home).sources(names):
        spider = f"{retailer.slug}.{source.slug}"
        if not claim(home, spider, now_utc(), timetable(home, retailer, source)):
            continue
        if is_affordable(home, retailer, source):
            yield retailer, source
        else:
            click.echo(f"{spider} is left out: {plan_line(home, retailer, source)}", err=True)


def collect_step(home: Path, chosen: Iterable[Pair]) -> Iterator[Collected]:
    """Look at each source in a process of its own."""
    for retailer, source in chosen:
        spider = f"{retailer.slug}.{source.slug}"
        command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), "collect", spider]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
        last = (done.stderr.strip() or "no word").splitlines()[-1]
        yield Collected(spider=spider, problem=None if done.returncode == 0 else last)


def collect_here(home: Path, retailer: Retailer, source: Source) -> Collected:
    """Look at one source in this process."""
    from spiders.collect import collect_once

    spider = f"{retailer.slug}.{source.slug}"
    with _alone(home, spider) as alone:
        if not alone:
            return Collected(spider=spider, problem="a run of it is still under way")
        run = collect_once(home, retailer, source)
        note_cost(home, retailer, source, run)
    return Collected(spider=spider, run_id=run.run_id, problem=run.stopped)


@contextmanager
def _alone(home: Path, spider: str) -> Iterator[bool]:
    """Tell whether no other process looks at this source; none will as long as the block lasts."""
    path = home / "data" / "due" / f"{spider}.running"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
