"""What the hosts of declared sources may still be asked today."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from pipelines import budget
from pipelines.clock import now_utc, to_local
from spiders.declaration import Retailer, Source


def lines(home: Path, sources: Iterable[tuple[Retailer, Source]]) -> Iterator[str]:
    """Yield a line for each source that keeps to a budget: what was spent of it, and what a look costs."""
    for retailer, source in sources:
        limit = limit_of(retailer, source)
        if limit is not None:
            spent = _spent(home, retailer, source, limit, cost(home, retailer, source))
            yield f"{retailer.slug}.{source.slug}: {spent}"


def overdrawn(home: Path, retailer: Retailer, source: Source, requests: int | None = None) -> str | None:
    """Return why a look would ask its host for more than it may be asked today; None when it would not.

    Without ``requests`` it costs what looks at the source cost.
    """
    limit = limit_of(retailer, source)
    if limit is None:
        return None
    needed = cost(home, retailer, source) if requests is None else requests
    if left(home, retailer, source, host(retailer, source)) >= needed:
        return None
    return f"over the budget: {_spent(home, retailer, source, limit, needed)}"


def left(home: Path, retailer: Retailer, source: Source, asked: str) -> float:
    """Return how many requests a look at a source may still make today to a host, its own or another."""
    limit = limit_of(retailer, source)
    return float("inf") if limit is None else limit - budget.spent(home, asked, _today(retailer))


def note_cost(home: Path, retailer: Retailer, source: Source, asked: Mapping[str, int]) -> None:
    """Write down what a look cost each of the hosts that it asked."""
    for one, requests in asked.items():
        budget.note(home, one, _today(retailer), f"{retailer.slug}.{source.slug}", requests)


def cost(home: Path, retailer: Retailer, source: Source) -> int:
    """Return what a look costs: as many requests as the last one, or as it begins with."""
    last = budget.last_cost(home, host(retailer, source), f"{retailer.slug}.{source.slug}")
    return last or first_requests(retailer, source)


def first_requests(retailer: Retailer, source: Source) -> int:
    """Return how many requests a look begins with."""
    from spiders.platform import platform

    return max(sum(1 for _ in platform(retailer, source).first()), 1)


def host(retailer: Retailer, source: Source) -> str:
    """Return the host that a source's looks ask."""
    address = str(source.options.get("url") or "")
    return urlsplit(address).netloc or urlsplit(retailer.url).netloc


def _spent(home: Path, retailer: Retailer, source: Source, limit: int, requests: int) -> str:
    made = budget.spent(home, host(retailer, source), _today(retailer))
    return f"a look costs about {requests} requests; {made} made today of {limit} to {host(retailer, source)}"


def limit_of(retailer: Retailer, source: Source) -> int | None:
    """Return how many requests a day a source's host may be asked; None where nobody says."""
    limits = (retailer.requests_per_day, source.cadence.budget_per_day if source.cadence else None)
    return min((limit for limit in limits if limit is not None), default=None)


def _today(retailer: Retailer) -> date:
    return to_local(now_utc(), retailer.timezone).date()
