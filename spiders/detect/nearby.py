"""For platforms that cut their whole list off, or refuse it, and also search near a point: the words of that search."""

from dataclasses import replace

from spiders.detect.candidates import Candidate
from spiders.detect.markets import area_of, market_by_domain, markets_by_places
from spiders.detect.tasting import taste
from spiders.detect.trial import Trial
from spiders.platform import platform_class

REACH_KM = 100.0
"""How far such searches are taken to look: some are limited without saying so, and then hide what is farther."""
_MANY = 1_000_000


def nearer(candidate: Candidate, trial: Trial, url: str) -> tuple[Candidate, Trial]:
    """Return the candidate as a search near points, and what that brings; as it was where that brings no more.

    The limit of an answer is what the fullest one holds when nothing is narrowed: never more than the true one, so
    that no cell is taken for known whole that is not.
    """
    area = _area(trial, url)
    if not area or not getattr(platform_class(candidate.platform), "recipe_near", None):
        return candidate, trial
    limit = taste(_near(candidate, area, _MANY), url).largest
    if not limit:
        return candidate, trial
    searching = _near(candidate, area, limit)
    found = taste(searching, url)
    return (searching, found) if len(found.rows) > len(trial.rows) else (candidate, trial)


def _near(candidate: Candidate, area: list[float], cap: int) -> Candidate:
    near = {"area": area, "cap": cap, "reach_km": REACH_KM}
    return replace(candidate, options={**candidate.options, "near": near})


def _area(trial: Trial, url: str) -> list[float] | None:
    by_domain = market_by_domain(url)
    markets = [*([by_domain] if by_domain else []), *markets_by_places(trial.rows)]
    return area_of(markets) if markets else None
