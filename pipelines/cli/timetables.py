"""When the declared sources are due, put together from the words of their declarations."""

from datetime import timedelta
from pathlib import Path

from pipelines.cli import budgets, rounds
from pipelines.cli.composition import Workspace
from pipelines.clock import now_utc, to_local
from pipelines.due.claims import Asked
from pipelines.due.cron import Cron
from pipelines.due.jitter import Jittered
from pipelines.due.never import Never
from pipelines.due.planned import Planned
from pipelines.due.timetable import Every, Timetable
from pipelines.due.window import Windowed
from spiders.declaration import Retailer, Source


def asked(home: Path, retailer: Retailer, source: Source) -> Asked:
    """Return what is asked of the ledger now; raises DeclarationError for options that are not its platform's."""
    times, now = timetable(home, retailer, source), now_utc()
    return Asked(
        spider=f"{retailer.slug}.{source.slug}",
        timetable=times,
        now_utc=now,
        over_budget=budgets.overdrawn(home, retailer, source, rounds.cost(home, retailer, source, times, now)),
    )


def timetable(home: Path, retailer: Retailer, source: Source) -> Timetable:
    """Return when a source is due; raises DeclarationError for options that are not words of its platform."""
    times = _grid(home, retailer, source)
    if source.window:
        opens, closes = source.window
        times = Windowed(timetable=times, opens=opens, closes=closes, timezone=retailer.timezone)
    if source.jitter:
        times = Jittered(timetable=times, spider=f"{retailer.slug}.{source.slug}", most=source.jitter)
    return times


def _grid(home: Path, retailer: Retailer, source: Source) -> Timetable:
    if not source.is_asked:
        return Never()
    if source.cron:
        return Cron(source.cron, retailer.timezone)
    if source.cadence is None:
        return Every(source.every)
    if by_place := rounds.by_place(home, retailer, source):
        return by_place
    cost = budgets.cost(home, retailer, source)
    seconds = max(cost * retailer.delay_seconds, 60)
    return Planned(
        cadence=source.cadence, timezone=retailer.timezone, requests=cost, shortest=timedelta(seconds=seconds)
    )


def looks_ahead(home: Path, names: tuple[str, ...]) -> list[dict[str, str]]:
    """Return a row for each look of the next 24 hours, in their order."""
    now, rows = now_utc(), []
    for retailer, source in Workspace(home).sources(names):
        times, of = timetable(home, retailer, source), len(rounds.watched_places(retailer, source))
        for at in times.between(now, now + timedelta(days=1)):
            places = times.places(at)
            row = {"at_utc": f"{at:%Y-%m-%d %H:%M}", "local": f"{to_local(at, retailer.timezone):%H:%M}"}
            row |= {"source": f"{retailer.slug}.{source.slug}"}
            rows.append(row | {"locations": "all" if places is None else f"{len(places)} of {of}"})
    return sorted(rows, key=lambda row: (row["at_utc"], row["source"]))
