"""Sources that are asked location by location: which of them are due, what that costs, and the plan of a day."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from pathlib import Path

from pipelines.cli.budgets import first_requests, host, left, limit_of
from pipelines.clock import now_utc
from pipelines.due.by_place import ByPlace
from pipelines.due.learning import learnt
from pipelines.due.ledger import reading
from pipelines.due.timetable import Timetable
from spiders.declaration import DeclarationError, Retailer, Source

_DAY = timedelta(days=1)


def by_place(home: Path, retailer: Retailer, source: Source) -> ByPlace | None:
    """Return the timetable of a source with a budget that is asked location by location; None where it is not."""
    places = watched_places(retailer, source)
    budget = limit_of(retailer, source)
    if source.cadence is None or budget is None or not places:
        return None
    return ByPlace(
        cadence=replace(source.cadence, budget_per_day=budget),
        timezone=retailer.timezone,
        asked=places,
        requests=ceil(first_requests(retailer, source) / len(places)),
        seconds=retailer.delay_seconds,
        beside=int(retailer.robots == "obeyed"),
        learnt=learnt(home, f"{retailer.slug}.{source.slug}"),
    )


def watched_places(retailer: Retailer, source: Source) -> tuple[str, ...]:
    """Return the locations that a source with a budget asks about one by one; none where it does not."""
    from spiders.slots.asks import places_of

    return places_of(retailer, source) if source.cadence else ()


def due_then(
    home: Path, retailer: Retailer, source: Source, timetable: Timetable, due_utc: datetime
) -> frozenset[str] | None:
    """Return the locations to look at at a due time, None for all: its own, and those due since the look before.

    Where today's budget does not pay for all of these, they are its own.
    """
    planned = by_place(home, retailer, source)
    if planned is None:
        return None
    with reading(home) as ledger:
        last = ledger.ask("looked", spider=f"{retailer.slug}.{source.slug}", due_utc=due_utc)[0]["due_utc"]
    since = max(last or due_utc - _DAY, due_utc - _DAY)
    owed = timetable.places_of(timetable.between(since, due_utc))
    enough = left(home, retailer, source, host(retailer, source)) >= planned.cost(owed, due_utc)
    places = owed if enough else timetable.places(due_utc)
    return None if places == frozenset(planned.asked) else places


def cost(home: Path, retailer: Retailer, source: Source, timetable: Timetable, now: datetime) -> int | None:
    """Return what the look costs that is due now; None where it does not follow from the locations that are due."""
    planned, due_utc = by_place(home, retailer, source), timetable.last(now)
    if planned is None or due_utc is None:
        return None
    return planned.cost(due_then(home, retailer, source, timetable, due_utc), due_utc)


def plan_rows(home: Path, sources: list[tuple[Retailer, Source]]) -> Iterator[dict[str, object]]:
    """Yield a row a location: how often it is looked at today, how far apart, and what that costs of which budget."""
    for retailer, source in sources:
        with suppress(DeclarationError):  # `status` says what is wrong with it; the others have their plans
            if planned := by_place(home, retailer, source):
                today = planned.local_day(now_utc())
                yield from ({"source": f"{retailer.slug}.{source.slug}", **row} for row in planned.by_place(today))
