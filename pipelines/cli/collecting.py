"""The collect step: which sources, each in a process of its own, none twice at a time."""

import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import click

from pipelines.cli import rounds
from pipelines.cli.budgets import host, left, note_cost
from pipelines.cli.composition import Workspace
from pipelines.cli.crew import Collected, Crew
from pipelines.cli.posting import due_spiders
from pipelines.cli.time_limit import limited
from pipelines.cli.timetables import asked
from pipelines.clock import now_utc
from pipelines.due import claims, pauses
from pipelines.due.locks import host_to_oneself
from spiders.declaration import Retailer, Source

Pair = tuple[Retailer, Source]
_POLL_SECONDS = 0.05


def to_collect(home: Path, names: tuple[str, ...]) -> Iterator[Pair]:
    """Yield the sources to look at, those left out that a person holds or that are only imported."""
    for retailer, source in Workspace(home).sources(names):
        spider = f"{retailer.slug}.{source.slug}"
        if not source.is_asked:
            click.echo(f"{spider} is only imported: nobody is asked", err=True)
        elif why := pauses.held(home, spider):
            click.echo(f"{spider} is held: {why}; `orderscope resume {spider}` ends it", err=True)
        else:
            yield retailer, source


def due_to_collect(home: Path, names: tuple[str, ...]) -> Iterator[Pair]:
    """Yield the sources that are due and may be looked at, overdue first."""
    pairs = {
        f"{retailer.slug}.{source.slug}": (retailer, source) for retailer, source in Workspace(home).sources(names)
    }
    for spider in due_spiders(home):
        if spider in pairs and may_look(home, *pairs[spider]):
            yield pairs[spider]


def may_look(home: Path, retailer: Retailer, source: Source) -> bool:
    """Tell whether a source is due and may be looked at; where it may not, that is noted and said."""
    found = claims.settle(home, asked(home, retailer, source))
    if isinstance(found, claims.Refused):
        click.echo(f"{retailer.slug}.{source.slug} is left out: {found.why}", err=True)
        return False
    return found


def collect_step(home: Path, chosen: Iterable[Pair], *, due: bool = False) -> Iterator[Collected]:
    """Look at each source in a process of its own, some at a time."""
    crew, waiting = Crew(home), list(chosen)
    words = ("--due",) if due else ()
    try:
        while waiting or not crew.is_idle():
            for pair in [pair for pair in waiting if crew.has_room(host(*pair))]:
                crew.start(f"{pair[0].slug}.{pair[1].slug}", host(*pair), *words)
                if crew.looks_at(f"{pair[0].slug}.{pair[1].slug}"):
                    waiting.remove(pair)
            time.sleep(_POLL_SECONDS)
            yield from crew.ended()
    finally:
        crew.stop()


def collect_here(home: Path, retailer: Retailer, source: Source, *, due: bool = False) -> Collected | None:
    """Look at one source in this process; None where it is to be due and is not."""
    with host_to_oneself(home, host(retailer, source)):
        return (_collect_due if due else _collect)(home, retailer, source)


def _collect(home: Path, retailer: Retailer, source: Source) -> Collected:
    spider = f"{retailer.slug}.{source.slug}"
    with claims.alone(home, spider) as alone:
        if not alone:
            return Collected(spider=spider, problem="a run of it is still under way")
        return _look(home, retailer, source)


def _collect_due(home: Path, retailer: Retailer, source: Source) -> Collected | None:
    if not may_look(home, retailer, source):
        return None
    wanted = asked(home, retailer, source)
    with claims.claimed(home, wanted) as due_utc:
        if due_utc is None:
            return None
        places = rounds.due_then(home, retailer, source, wanted.timetable, due_utc)
        collected = _look(home, retailer, source, places or ())
        assert collected.run_id
        claims.ended(home, asked(home, retailer, source), due_utc, collected.run_id)  # later, and at another cost
        return collected


def _look(home: Path, retailer: Retailer, source: Source, places: Collection[str] = ()) -> Collected:
    from spiders.collect import collect_once
    from spiders.gate import Gate

    spider = f"{retailer.slug}.{source.slug}"
    gate = Gate(lambda asked_host: left(home, retailer, source, asked_host))
    with limited(source.time_limit):
        run, outcomes = collect_once(home, retailer, source, gate, places)
    note_cost(home, retailer, source, gate.asked)
    blocked = bool(outcomes["blocked"]) and not (outcomes["ok"] or outcomes["unchanged"])
    pauses.looked(home, spider, now_utc(), blocked=blocked, period=source.period)
    return Collected(spider=spider, run_id=run.run_id, problem=run.stopped)
