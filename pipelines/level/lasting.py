"""A lasting change of level against a partial crawl: the first is accepted, from its own time, once further runs agree.

A run that lacks much is partial and closes nothing. What it held is kept until it is known better: a complete run says
that it was a partial crawl; two further runs that hold the same, and are not mere retries, say that the rest is gone.
Then the history is written again from the first of them, as if they had been complete at once, so that it does not
matter when they were loaded.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from pipelines.history import merge
from pipelines.level.pending import Pending
from pipelines.records import Verdict
from pipelines.verdict import only_the_level_differs
from pipelines.verdict.evidence import Check, Evidence

_FURTHER = 2
_HELD = 8
_SHORTEST, _LONGEST = timedelta(minutes=30), timedelta(hours=6)
"""How long a change must last: as long as the runs are usually apart, between these. Retries are one occasion."""


def settle(pending: Pending, evidence: Evidence, verdict: Verdict, checks: list[Check]) -> tuple[Verdict, list[Check]]:
    """Return the verdict of the run in ``staged``, as far as the runs before it tell a lasting change."""
    if verdict == "complete":
        pending.execute("release", kept=0)
    if verdict != "partial" or not evidence.usual:
        return verdict, checks
    pending.execute("hold")
    pending.execute("release", kept=_HELD)
    agreeing = _agreeing(pending, evidence.sightings) if only_the_level_differs(checks) else []
    if not agreeing:
        return verdict, checks
    _accept(pending, agreeing)
    pending.execute("release", kept=0)
    said = f"the list has changed for good: {', '.join(agreeing)} held the same and are complete by now"
    return "complete", [*checks, Check(name="the level is as before", passed=False, blocking=False, detail=said)]


def _agreeing(pending: Pending, sightings: int) -> list[str]:
    """Return the runs that hold what this one holds, the first of them first; none where they are too few."""
    rows = pending.execute("agreeing", sightings=sightings).fetchall()
    chain = list(takewhile(lambda row: row[2], rows))
    if len(chain) < _FURTHER:
        return []
    lasted = datetime.fromisoformat(str(pending.run["started_utc"])) - chain[-1][1]
    return [run_id for run_id, _, _ in reversed(chain)] if lasted >= _patience(pending) else []


def _patience(pending: Pending) -> timedelta:
    (seconds,) = pending.execute("pace").fetchone() or (None,)
    return _LONGEST if seconds is None else max(_SHORTEST, min(_LONGEST, timedelta(seconds=seconds)))


def _accept(pending: Pending, agreeing: Sequence[str]) -> None:
    """Write the history again with ``agreeing`` complete; ``staged`` is this run's again afterwards."""
    runs = pending.runs_since(agreeing[0])
    pending.execute("unwritten", run_ids=[run["run_id"] for run in runs])
    pending.know_again()
    for run in runs:
        complete = run["run_id"] in agreeing
        pending.execute("restage", run_id=run["run_id"])
        merge(pending.con, pending.run["kind"], run, complete=complete, ignore=pending.ignore)
        if complete:
            name = "first of a lasting change" if run["run_id"] == agreeing[0] else "agrees with a lasting change"
            reason = f"partial at first ({'; '.join(run['verdict_reasons'])}); {pending.run['run_id']} confirms it"
            pending.judge_again(run["run_id"], "complete", name, reason)
    pending.execute("restage")
