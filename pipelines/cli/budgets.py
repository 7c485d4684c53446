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
        limit = _limit(retailer, source)
        if limit is not None:
            yield f"{retailer.slug}.{source.slug}: {_spent(home, retailer, source, limit)}"


def overdrawn(home: Path, retailer: Retailer, source: Source) -> str | None:
    """Return why a look at a source would ask its host for more than it may be asked today; None when it would not."""
    limit = _limit(retailer, source)
    if limit is None or left(home, retailer, source, host(retailer, source)) >= cost(home, retailer, source):
        return None
    return f"over the budget: {_spent(home, retailer, source, limit)}"


def left(home: Path, retailer: Retailer, source: Source, asked: str) -> float:
    """Return how many requests a look at a source may still make today to a host, its own or another."""
    limit = _limit(retailer, source)
    return float("inf") if limit is None else limit - budget.spent(home, asked, _today(retailer))


def note_cost(home: Path, retailer: Retailer, source: Source, asked: Mapping[str, int]) -> None:
    """Write down what a look cost each of the hosts that it asked."""
    for one, requests in asked.items():
        budget.note(home, one, _today(retailer), f"{retailer.slug}.{source.slug}", requests)


def cost(home: Path, retailer: Retailer, source: Source) -> int:
    """Return what a look costs: as many requests as the last one, or as it begins with."""
    from spiders.platform import platform

    last = budget.last_cost(home, host(retailer, source), f"{retailer.slug}.{source.slug}")
    return last or max(sum(1 for _ in platform(retailer, source).first()), 1)


def host(retailer: Retailer, source: Source) -> str:
    """Return the host that a source's looks ask."""
    address = str(source.options.get("url") or "")
    return urlsplit(address).netloc or urlsplit(retailer.url).netloc


def _spent(home: Path, retailer: Retailer, source: Source, limit: int) -> str:
    made = budget.spent(home, host(retailer, source), _today(retailer))
    asks = cost(home, retailer, source)
    return f"a look costs about {asks} requests; {made} made today of {limit} to {host(retailer, source)}"


def _limit(retailer: Retailer, source: Source) -> int | None:
    limits = (retailer.requests_per_day, source.cadence.budget_per_day if source.cadence else None)
    return min((limit for limit in limits if limit is not None), default=None)


def _today(retailer: Retailer) -> date:
    return to_local(now_utc(), retailer.timezone).date()
