"""Is what was read what the source says? Doubts about the content, most of which are said and change nothing."""

from pipelines.verdict.evidence import Check, Evidence

_REJECTED_SHARE = 0.1
_LOST_SHARE = 0.25
_FIELDS_NAMED = 5


def _readable(e: Evidence) -> Check:
    total = e.sightings + e.rejected
    return Check(
        name="nearly all could be read",
        passed=e.rejected <= _REJECTED_SHARE * total,
        value=e.rejected,
        baseline=_REJECTED_SHARE * total,
        detail=f"{e.rejected} of {total} records set aside",
    )


def _each_once(e: Evidence) -> Check:
    r = e.repeats
    told = f"{r.keys} records are listed more than once, {r.differing} of them with differing content ({r.example})"
    return Check(
        name="each record is listed once",
        passed=not r.keys,
        blocking=False,  # what is hidden behind another's identifier was never in the history, and cannot go missing
        value=r.keys,
        baseline=0,
        detail=f"{told}; the last sighting stands" if r.keys else "each once",
    )


def _fields_told(e: Evidence) -> Check | None:
    if not e.told:
        return None
    lost = [t for t in e.told if t.before - t.now > _LOST_SHARE]
    named = ", ".join(f"{t.field} {t.now:.0%} (before {t.before:.0%})" for t in lost[:_FIELDS_NAMED])
    return Check(
        name="the fields are told as before",
        passed=not lost,
        blocking=False,  # the entries are there: what a field no longer says closes nothing
        value=len(lost),
        baseline=0,
        detail=f"told of far fewer records: {named}" if lost else "no field is told of far fewer records",
    )


def _same_identifiers(e: Evidence) -> Check | None:
    if not e.churn.known:
        return None
    return Check(
        name="identifiers are as before",
        passed=not e.churn.renumbered,
        blocking=False,  # they were recognised by their places, and their history goes on
        value=e.churn.renumbered,
        baseline=0,
        detail=f"{e.churn.renumbered} known places have another identifier",
    )


CHECKS = (_readable, _each_once, _fields_told, _same_identifiers)
