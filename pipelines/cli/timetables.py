"""When the declared sources are due, and what their hosts may still be asked today."""

from datetime import UTC, date, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pipelines import budget
from pipelines.cadence import Every, Planned, Timetable, in_words
from pipelines.cli.composition import Workspace
from pipelines.clock import now_utc
from pipelines.home import landing_root
from pipelines.records import Run
from spiders.declaration import Retailer, Source


def timetable(home: Path, retailer: Retailer, source: Source) -> Timetable:
    """Return when a source is due; raises DeclarationError for options that are not words of its platform."""
    if source.cadence is None:
        return Every(source.every)
    cost = _cost(home, retailer, source)
    seconds = max(cost * retailer.delay_seconds, 60)
    return Planned(
        cadence=source.cadence, timezone=retailer.timezone, requests=cost, shortest=timedelta(seconds=seconds)
    )


def looks_ahead(home: Path, names: tuple[str, ...]) -> list[dict[str, str]]:
    """Return a row for each look of the next 24 hours, in their order."""
    now, rows = now_utc(), []
    for retailer, source in Workspace(home).sources(names):
        plan = timetable(home, retailer, source)
        at = plan.after(now)
        while at is not None and at < now + timedelta(days=1):
            local = at.replace(tzinfo=UTC).astimezone(ZoneInfo(retailer.timezone))
            times = {"at_utc": f"{at:%Y-%m-%d %H:%M}", "local": f"{local:%H:%M}"}
            rows.append({**times, "source": _spider(retailer, source)})
            at = plan.after(at)
    return sorted(rows, key=lambda row: (row["at_utc"], row["source"]))


def budgets(home: Path, names: tuple[str, ...]) -> list[str]:
    """Return a line for each source that keeps to a budget."""
    sources = Workspace(home).sources(names)
    return [f"{_spider(r, s)}: {plan_line(home, r, s)}" for r, s in sources if s.cadence is not None]


def plan_line(home: Path, retailer: Retailer, source: Source) -> str:
    """Return what is planned of a source today, and what was spent of its budget."""
    words = in_words(timetable(home, retailer, source), now_utc())
    if source.cadence is None:
        return words
    host, day = _host(retailer, source), _today(retailer)
    return f"{words} to {host}; {budget.spent(home, host, day)} made today"


def is_affordable(home: Path, retailer: Retailer, source: Source) -> bool:
    """Tell whether a look at a source stays within what its host may be asked today."""
    if source.cadence is None:
        return True
    made = budget.spent(home, _host(retailer, source), _today(retailer))
    return made + _cost(home, retailer, source) <= source.cadence.budget_per_day


def note_cost(home: Path, retailer: Retailer, source: Source, run: Run) -> None:
    """Write down what a look cost its host."""
    looks = landing_root(home) / run.run_id / "look.jsonl"
    requests = len(looks.read_bytes().splitlines()) if looks.exists() else 0
    budget.note(home, _host(retailer, source), _today(retailer), _spider(retailer, source), requests)


def _cost(home: Path, retailer: Retailer, source: Source) -> int:
    """Return what a look costs: as many requests as the last one, or as it begins with."""
    from spiders.platform import platform

    last = budget.last_cost(home, _host(retailer, source), _spider(retailer, source))
    return last or max(sum(1 for _ in platform(retailer, source).first()), 1)


def _spider(retailer: Retailer, source: Source) -> str:
    return f"{retailer.slug}.{source.slug}"


def _host(retailer: Retailer, source: Source) -> str:
    address = str(source.options.get("url") or "")
    return urlsplit(address).netloc or urlsplit(retailer.url).netloc


def _today(retailer: Retailer) -> date:
    return now_utc().replace(tzinfo=UTC).astimezone(ZoneInfo(retailer.timezone)).date()
