"""Is it as much as usual, everywhere? What falls short is a partial crawl, until further runs agree that it lasts."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from pipelines.records import Kind
from pipelines.verdict.evidence import Check, Evidence

# The least and the most that a count may fall below the median of the last complete runs; between them it follows from
# how much it went up and down so far. Slots are few before a week-end or a holiday, and lists of offers come and go.
# Orders and messages only grow, and a folder of documents may hold one.
_FALL: Mapping[Kind, tuple[float, float]] = {"locations": (0.15, 0.25), "prices": (0.25, 0.25), "slots": (0.75, 0.75)}
_SWINGS = 3
_ENOUGH_TO_LEARN = 5
_SLACK = 2  # records that may be missing whatever the share: of four shops one can close
_CEILING = 1.5
_AREA_SHARE = 0.5
_AREA_SLACK = 4
_AREAS_NAMED = 5


def fall(kind: Kind, usual: Sequence[int]) -> float | None:
    """Return by which share a count may fall below the usual one; None where a fall says nothing.

    >>> fall("locations", [158, 158, 157, 158, 159]), fall("locations", [90, 100, 92, 100, 98])
    (0.15, 0.25)
    """
    if kind not in _FALL or not usual:
        return None
    least, most = _FALL[kind]
    if len(usual) < _ENOUGH_TO_LEARN:
        return most
    swings = (abs(after - before) / max(before, 1) for before, after in pairwise(usual))
    return min(most, max(least, _SWINGS * max(swings)))


def _floor(e: Evidence) -> float | None:
    share = fall(e.kind, e.usual)
    return None if share is None else min((1 - share) * median(e.usual), median(e.usual) - _SLACK)


def _usual(e: Evidence) -> Check | None:
    floor = _floor(e)
    if floor is None:
        return None
    usual = f"{f'at its {e.places} locations' if e.places else 'the last complete runs had'} {median(e.usual):g}"
    return Check(
        name="as many as usual",
        level=True,
        blocking=e.kind != "slots",  # slots sell out: few that are left are no sign of a list that was cut short
        passed=e.sightings >= floor,
        value=e.sightings,
        baseline=floor,
        detail=f"{e.sightings} records, {usual}; fewer than {floor:g} are too few",
    )


def _expected(e: Evidence) -> Check:
    # Once a lasting change was accepted, the declaration's minimum is of another time.
    least = min(e.expect_min, _floor(e) or 0) if e.changed_level else e.expect_min
    return Check(
        name="as many as expected",
        level=True,
        passed=e.sightings >= least,
        value=e.sightings,
        baseline=least,
        detail=f"{e.sightings} records, the declaration expects at least {e.expect_min}",
    )


def _everywhere(e: Evidence) -> Check | None:
    """Refuse an area that lacks more than half of what is known, and five at the least: a total hides a hole."""
    if not e.churn.known:
        return None
    holes = [a for a in e.areas if a.seen < min(_AREA_SHARE * a.known, a.known - _AREA_SLACK)]
    named = ", ".join(f"{a.name} {a.seen} of {a.known}" for a in holes[:_AREAS_NAMED])
    more = f" and {len(holes) - _AREAS_NAMED} areas more" if len(holes) > _AREAS_NAMED else ""
    return Check(
        name="as many as usual in every area",
        level=True,
        passed=not holes,
        value=len(holes),
        baseline=0,
        detail=f"of what is known there was seen: {named}{more}" if holes else "no area lacks most of its entries",
    )


def _same_places(e: Evidence) -> Check | None:
    """As many entries, but others: another brand's or country's list is no news of ours."""
    if not e.churn.known:
        return None
    least = min(_AREA_SHARE * e.churn.known, e.churn.known - _AREA_SLACK)
    return Check(
        name="the known places are in it",
        level=True,
        passed=e.churn.again >= least,
        value=e.churn.again,
        baseline=least,
        detail=f"{e.churn.again} of {e.churn.known} known entries are in it",
    )


def _not_too_many(e: Evidence) -> Check:
    limits = [limit for limit in (e.expect_max, e.usual and _CEILING * median(e.usual)) if limit]
    return Check(
        name="not many more than expected",
        passed=not limits or e.sightings <= min(limits),
        blocking=False,  # what is there besides does not make anything missing
        value=e.sightings,
        baseline=min(limits, default=None),
        detail=f"{e.sightings} records, many more than the {min(limits, default=0):g} expected",
    )


CHECKS = (_expected, _usual, _everywhere, _same_places, _not_too_many)
