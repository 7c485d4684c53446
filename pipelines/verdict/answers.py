"""Did we see all that we asked for? No number of further runs makes a failure here anything but a failed look."""

from pipelines.verdict.evidence import ANSWERED, Check, Evidence

_CAPPED_SHARE = 0.02
_ANSWERS_TO_JUDGE_A_CAP = 50
_NAMED = 5


def _came_to_its_end(e: Evidence) -> Check:
    return Check(name="came to its end", passed=e.stopped is None, detail=e.stopped or "it did")


def _every_look_answered(e: Evidence) -> Check:
    failed = {outcome: n for outcome, n in sorted(e.looks.items()) if outcome not in ANSWERED}
    total = sum(e.looks.values())
    told = ", ".join(f"{n} {outcome} ({e.why.get(outcome) or 'no reason given'})" for outcome, n in failed.items())
    addresses = f"{total} addresses" if total else "nothing was looked at"
    return Check(
        name="every look was answered",
        passed=not failed and total > 0,
        value=sum(failed.values()),
        baseline=0,
        detail=f"of {total} addresses: {told}" if failed else addresses,
    )


def _all_announced(e: Evidence) -> Check | None:
    if e.announced is None:
        return None
    # A record that the source lists twice it counts twice; pages that overlap may have a hole elsewhere.
    seen = e.sightings + e.rejected + e.repeats.in_one_answer
    return Check(
        name="all that was announced was seen",
        passed=seen >= e.announced,
        value=seen,
        baseline=e.announced,
        detail=f"the source says {e.announced}, we saw {seen}",
    )


def _no_cell_capped(e: Evidence) -> Check | None:
    """Refuse more than a few cells cut off: a place in them can fall out of sight without being closed."""
    if not e.caps.answers:
        return None
    # One address can hold more lockers than any answer: a few such cells do not keep a source from being complete.
    most = _CAPPED_SHARE * e.caps.answers
    return Check(
        name="no cell ended at the cap",
        passed=e.caps.capped <= most,
        value=e.caps.capped,
        baseline=most,
        detail=f"{e.caps.capped} cells ended at the source's cap, of {e.caps.answers} answers",
    )


def _cap_was_met(e: Evidence) -> Check | None:
    """Say when a cap is never met: a server that changed its cap makes every other figure look like success."""
    if e.caps.answers < _ANSWERS_TO_JUDGE_A_CAP:
        return None
    return Check(
        name="the cap was met",
        passed=e.caps.at_cap > 0,
        blocking=False,  # a sparse network may never meet it
        value=e.caps.at_cap,
        detail=f"{e.caps.at_cap} of {e.caps.answers} answers were as long as the source makes one",
    )


def _only_what_was_asked(e: Evidence) -> Check | None:
    """Refuse answers about other locations than were asked for: which of them are complete, nobody knows."""
    if not e.places:
        return None
    named = ", ".join(e.strangers[:_NAMED])
    return Check(
        name="only the locations that were asked about are in it",
        passed=not e.strangers,
        value=len(e.strangers),
        baseline=0,
        detail=f"{len(e.strangers)} others are in it: {named}" if e.strangers else f"{e.places} were asked about",
    )


CHECKS = (
    _came_to_its_end, _every_look_answered, _all_announced, _no_cell_capped, _cap_was_met, _only_what_was_asked
)  # fmt: skip
