"""A run gets its verdict before it touches history: a failed look is not a closure, a partial crawl closes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.records import Kind, Outcome, Verdict

_ANSWERED: tuple[Outcome, ...] = ("ok", "unchanged", "empty", "gone")
# How far a count may fall below the median of the last complete runs. Slots are few before a week-end or a holiday;
# orders and messages only grow, and a folder of documents may hold one.
_FLOOR: Mapping[Kind, float] = {"locations": 0.75, "prices": 0.75, "slots": 0.25}
_SLACK = 2  # records that may be missing whatever the share: of four shops one can close
_CEILING = 1.5
_REJECTED_SHARE = 0.1


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What is known of a run when it ends."""

    kind: Kind
    looks: Mapping[Outcome, int]
    """Addresses by the outcome of the last look at each."""
    why: Mapping[Outcome, str | None]
    """A reason that was given for each outcome."""
    sightings: int
    """Different records read."""
    rejected: int
    announced: int | None
    median: float | None
    """Records in the last complete runs of this source; None when there was none."""
    expect_min: int
    expect_max: int | None
    stopped: str | None


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was checked."""

    name: str
    passed: bool
    detail: str
    value: float | None = None
    baseline: float | None = None
    blocking: bool = True
    """Whether a failure makes the run partial; the others are said and change nothing."""


def judge_run(evidence: Evidence) -> tuple[Verdict, list[Check]]:
    """Return the verdict and every check behind it."""
    checks = [check for check in _checks(evidence) if check is not None]
    if evidence.looks.get("blocked") and not evidence.sightings:
        return "blocked", checks
    if not any(evidence.looks.get(outcome) for outcome in _ANSWERED):
        return "error", checks
    if not evidence.sightings and not evidence.rejected and evidence.expect_min > 0:
        return "empty", checks
    return ("complete" if all(c.passed for c in checks if c.blocking) else "partial"), checks


def _checks(e: Evidence) -> list[Check | None]:
    return [
        _came_to_its_end(e),
        _every_look_answered(e),
        _all_announced(e),
        _expected(e),
        _usual(e),
        _readable(e),
        _not_too_many(e),
    ]


def _came_to_its_end(e: Evidence) -> Check:
    return Check(name="came to its end", passed=e.stopped is None, detail=e.stopped or "it did")


def _every_look_answered(e: Evidence) -> Check:
    failed = {outcome: n for outcome, n in sorted(e.looks.items()) if outcome not in _ANSWERED}
    total = sum(e.looks.values())
    told = ", ".join(f"{n} {outcome} ({e.why.get(outcome) or 'no reason given'})" for outcome, n in failed.items())
    return Check(
        name="every look was answered",
        passed=not failed and total > 0,
        value=sum(failed.values()),
        baseline=0,
        detail=f"of {total} addresses: {told}"
        if failed
        else f"{total} addresses"
        if total
        else "nothing was looked at",
    )


def _all_announced(e: Evidence) -> Check | None:
    if e.announced is None:
        return None
    seen = e.sightings + e.rejected
    return Check(
        name="all that was announced was seen",
        passed=seen >= e.announced,
        value=seen,
        baseline=e.announced,
        detail=f"the source says {e.announced}, we saw {seen}",
    )


def _expected(e: Evidence) -> Check:
    return Check(
        name="as many as expected",
        passed=e.sightings >= e.expect_min,
        value=e.sightings,
        baseline=e.expect_min,
        detail=f"{e.sightings} records, the declaration expects at least {e.expect_min}",
    )


def _usual(e: Evidence) -> Check | None:
    floor = _FLOOR.get(e.kind)
    if e.median is None or floor is None:
        return None
    return Check(
        name="as many as usual",
        blocking=e.kind != "slots",  # slots sell out: few that are left are no sign of a list that was cut off
        passed=e.sightings >= min(floor * e.median, e.median - _SLACK),
        value=e.sightings,
        baseline=e.median,
        detail=f"{e.sightings} records, the last complete runs had {e.median:g}",
    )


def _readable(e: Evidence) -> Check:
    total = e.sightings + e.rejected
    return Check(
        name="nearly all could be read",
        passed=e.rejected <= _REJECTED_SHARE * total,
        value=e.rejected,
        baseline=_REJECTED_SHARE * total,
        detail=f"{e.rejected} of {total} records set aside",
    )


def _not_too_many(e: Evidence) -> Check:
    limits = [limit for limit in (e.expect_max, e.median and _CEILING * e.median) if limit]
    passed = not limits or e.sightings <= min(limits)
    return Check(
        name="not many more than expected",
        passed=passed,
        blocking=False,
        value=e.sightings,
        baseline=min(limits, default=None),
        detail=f"{e.sightings} records, many more than the {min(limits, default=0):g} expected",
    )
