"""The health of every source: what was looked at, what became of it, what is due, what did not run."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.cli.posting import posted
from pipelines.cli.seen import Seen
from pipelines.clock import now_utc
from pipelines.due import board, ledger
from pipelines.due.board import Posted
from pipelines.due.timetable import length
from pipelines.home import landing_root

HEALTHY, DEGRADED, BROKEN = 0, 1, 2
_LATE_AFTER = 2  # periods without a complete look
_UNTRIED_WITHIN = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of the sources, by spider."""

    looks: dict[str, dict[str, Any]]
    """The last look, where there was one."""
    pauses: dict[str, dict[str, Any]]
    untried: dict[str, str]
    """Due times of the last week that did not run, in words."""

    def of(self, spider: str) -> dict[str, Any]:
        """Return the last look at a source, empty where there was none."""
        return self.looks.get(spider, {})


def source_rows(home: Path, seen: Seen) -> tuple[list[dict[str, Any]], list[str]]:
    """Return a row a declared source, and a sentence a declaration that cannot be used."""
    problems, known = posted(home), _known(home, seen)
    rows = []
    for source in board.board(home):
        last = known.of(source.spider)
        rows.append(
            {
                "source": source.spider,
                "platform": source.platform,
                "plan": source.plan,
                "last_look_utc": _minute(last.get("last_look_utc")),
                "verdict": last.get("verdict") or "never looked",
                "records": last.get("records"),
                "next_due_utc": _minute(source.next_utc) or "never",
            }
        )
    return rows, problems


def health(home: Path, seen: Seen) -> tuple[list[dict[str, Any]], list[str], int]:
    """Return a row a source that is watched, worst first, sentences on what is wrong, and the exit status."""
    sentences = posted(home)
    level = BROKEN if sentences else HEALTHY
    known, rows = _known(home, seen), []
    for source in board.board(home):
        if source.spider not in known.looks | known.pauses | known.untried:
            continue
        complaint, grade = _complaint(source, known)
        if complaint:
            sentences.append(f"{source.spider}: {complaint}")
        level = max(level, grade)
        rows.append((grade, _row(source, known)))
    waiting = len(list(landing_root(home).glob("*")))
    if waiting:
        sentences.append(f"{waiting} runs wait in data/landing: `orderscope load` loads them")
    if not sentences:
        sentences.append("all sources healthy" if rows else "nothing was looked at yet: `orderscope run` looks")
    return [row for _, row in sorted(rows, key=lambda graded: -graded[0])], sentences, level


def _row(source: Posted, known: Known) -> dict[str, Any]:
    last = known.of(source.spider)
    complete = last.get("last_complete_utc")
    return {
        "source": source.spider,
        "last_look_utc": _minute(last.get("last_look_utc")),
        "verdict": last.get("verdict") or "never looked",
        "complete_before": length(now_utc() - complete) if complete else "never",
        "records": last.get("records"),
        "expected": _expected(last),
        "next_due_utc": _minute(source.next_utc) or "never",
        "did_not_run": known.untried.get(source.spider),
    }


def _complaint(source: Posted, known: Known) -> tuple[str | None, int]:
    """Return what is wrong with a source, and how bad that is; what a person holds is as it should be."""
    last, pause = known.of(source.spider), known.pauses.get(source.spider)
    complete = last.get("last_complete_utc")
    if pause and not pause["blocked"]:
        return f"held since {_minute(pause['since_utc'])} UTC: {pause['why']}", HEALTHY
    if pause and pause["until_utc"]:
        return f"{pause['why']}; paused until {_minute(pause['until_utc'])} UTC", DEGRADED if complete else BROKEN
    if last and last["verdict"] != "complete":
        return (
            f"the last look was {last['verdict']}: {'; '.join(last['reasons'])}",
            DEGRADED if complete else BROKEN,
        )
    late = _LATE_AFTER * timedelta(seconds=source.period_seconds)
    if complete and now_utc() - complete > late:
        return f"no complete look since {_minute(complete)} UTC", DEGRADED
    if source.next_utc and now_utc() - source.next_utc > late:
        return f"due since {_minute(source.next_utc)} UTC and not looked at: does `orderscope schedule` run?", DEGRADED
    return None, HEALTHY


def _known(home: Path, seen: Seen) -> Known:
    with ledger.reading(home) as due_times:
        pauses = {row["spider"]: row for row in due_times.ask("pauses")}
        untried: dict[str, str] = {}
        for row in due_times.ask("untried", since_utc=now_utc() - _UNTRIED_WITHIN):
            before = f"{untried[row['spider']]}, " if row["spider"] in untried else ""
            untried[row["spider"]] = f"{before}{row['times']} {row['outcome'].replace('_', ' ')}"
    return Known(looks=seen.looks, pauses=pauses, untried=untried)


def _expected(last: dict[str, Any]) -> str | None:
    if not last:
        return None
    if last["places"]:
        return f"{last['places']} locations alone"
    most = last["expect_max"]
    return f"{last['expect_min']} to {most}" if most is not None else f"{last['expect_min']} or more"


def _minute(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None
