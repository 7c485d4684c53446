"""The health of everything: what was looked at, what became of it, what is due, what waits."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.ask import asked
from pipelines.cli.composition import Workspace
from pipelines.cli.timetables import timetable
from pipelines.clock import now_utc
from pipelines.due import next_due
from pipelines.home import landing_root
from pipelines.warehouse import NoWarehouse, reading

HEALTHY, DEGRADED, BROKEN = 0, 1, 2
_LATE_AFTER = 2  # cadences without a complete look


def source_rows(home: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Return a row a declared source, and a sentence a declaration that cannot be used."""
    workspace = Workspace(home)
    known = _last_looks(home)
    rows = []
    for retailer, source in workspace.sources():
        spider = f"{retailer.slug}.{source.slug}"
        last = known.get(spider, {})
        rows.append(
            {
                "source": spider,
                "platform": source.platform,
                "every": _length(source.every),
                "last_look_utc": _minute(last.get("last_look_utc")),
                "verdict": last.get("verdict") or "never looked",
                "records": last.get("records"),
                "next_due_utc": _minute(next_due(home, spider, now_utc(), timetable(home, retailer, source))),
            }
        )
    return rows, list(workspace.broken.values())


def health(home: Path) -> tuple[list[dict[str, Any]], list[str], int]:
    """Return a row a source that was ever looked at, sentences on what is wrong, and the exit status."""
    rows, sentences = source_rows(home)
    level = BROKEN if sentences else HEALTHY
    known = _last_looks(home)
    for spider, last in known.items():
        if complaint := _complaint(last):
            sentences.append(f"{spider}: {complaint}")
            level = max(level, BROKEN if last["last_complete_utc"] is None else DEGRADED)
    waiting = len(list(landing_root(home).glob("*")))
    if waiting:
        sentences.append(f"{waiting} runs wait in data/landing: `orderscope load` loads them")
    if not sentences:
        sentences.append("all sources healthy" if known else "nothing was looked at yet: `orderscope run` looks")
    return [row for row in rows if row["source"] in known], sentences, level


def _complaint(last: dict[str, Any]) -> str | None:
    if last["verdict"] != "complete":
        return f"the last look was {last['verdict']}: {'; '.join(last['reasons'])}"
    late = now_utc() - last["last_complete_utc"]
    if late > _LATE_AFTER * timedelta(seconds=last["every_seconds"]):
        return f"no complete look since {_minute(last['last_complete_utc'])} UTC"
    return None


def _last_looks(home: Path) -> dict[str, dict[str, Any]]:
    try:
        with reading(home) as con:
            return {f"{row['retailer']}.{row['source']}": row for row in asked(con, "sources") if row["runs"]}
    except NoWarehouse:
        return {}


def _minute(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None


def _length(every: timedelta) -> str:
    """Write a cadence in its largest whole unit.

    >>> _length(timedelta(hours=36)), _length(timedelta(days=7))
    ('36 h', '7 d')
    """
    minutes = every // timedelta(minutes=1)
    for unit, size in (("d", 24 * 60), ("h", 60)):
        if minutes % size == 0:
            return f"{minutes // size} {unit}"
    return f"{minutes} min"
