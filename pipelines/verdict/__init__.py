"""A run gets its verdict before it touches history: a failed look is not a closure, a partial crawl closes nothing."""

from collections.abc import Callable

from pipelines.records import Verdict
from pipelines.verdict import answers, content, level
from pipelines.verdict.evidence import ANSWERED, Check, Evidence

_CHECKS: tuple[Callable[[Evidence], Check | None], ...] = (*answers.CHECKS, *level.CHECKS, *content.CHECKS)


def judge_run(evidence: Evidence) -> tuple[Verdict, list[Check]]:
    """Return the verdict and every check behind it."""
    checks = [made for check in _CHECKS if (made := check(evidence)) is not None]
    if evidence.recorded and not evidence.sightings and not any(evidence.looks.get(o) for o in ANSWERED):
        return "empty", checks  # an error page that was saved in place of the list is a list with nothing in it
    if evidence.looks.get("blocked") and not evidence.sightings:
        return "blocked", checks
    if not any(evidence.looks.get(outcome) for outcome in ANSWERED):
        return "error", checks
    if not evidence.sightings and not evidence.rejected and evidence.expect_min > 0:
        return "empty", checks
    return ("complete" if all(c.passed for c in checks if c.blocking) else "partial"), checks


def only_the_level_differs(checks: list[Check]) -> bool:
    """Tell whether a partial run would be complete, if what it lacks were really gone."""
    return all(check.passed or check.level for check in checks if check.blocking)
