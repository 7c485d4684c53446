"""A look at what was found, through the platform itself, as a run would do it; nothing of it is kept."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from pipelines.home import landing_root
from pipelines.records import Look, Run
from spiders.collect import Collector
from spiders.declaration import DeclarationError, Retailer
from spiders.detect.candidates import Candidate
from spiders.detect.markets import UNKNOWN, market_by_domain
from spiders.detect.parts import site_of
from spiders.detect.trial import Trial
from spiders.detect.visit import delay_for, rest

MOST_PAGES = 25
"""After so many answers it is known whether the platform works, and mostly how much there is."""
_NOT_SHOWN = {"run_id", "seen_at_utc", "capture_id"}


def taste(candidate: Candidate, url: str) -> Trial:
    """Look once through a candidate for the locator of a page, and then rest; what hinders is told in the trial."""
    try:
        retailer = _retailer(candidate, url)
        with TemporaryDirectory() as folder, _Taster(Path(folder)) as taster:
            return _told(Path(folder), taster.collect(retailer, retailer.sources[0]))
    except (DeclarationError, ValueError) as error:
        return Trial(stopped=str(error))
    finally:
        rest(url)


class _Taster(Collector):
    """A collector that stops early."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._settings.set("CLOSESPIDER_PAGECOUNT", MOST_PAGES)


def _retailer(candidate: Candidate, url: str) -> Retailer:
    market = market_by_domain(url)
    source = {"kind": "locations", "platform": candidate.platform, "expect": {}, "options": dict(candidate.options)}
    words = {
        "slug": "trial",
        "name": "trial",
        "url": site_of(url),
        "country": market.country if market else UNKNOWN,
        "timezone": market.timezone if market else "UTC",
        "delay_seconds": delay_for(url),
        "sources": [source],
    }
    return Retailer.model_validate(words)


def _told(home: Path, run: Run) -> Trial:
    folder = landing_root(home) / run.run_id
    return Trial(
        rows=list({str(row["location_ref"]): _shown(row) for row in _lines(folder / "location.jsonl")}.values()),
        looks=[Look(**line) for line in _lines(folder / "look.jsonl")],
        set_aside=[str(reject["reason"]) for reject in _lines(folder / "reject.jsonl")],
        stopped=run.stopped,
    )


def _lines(file: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in file.read_bytes().splitlines()] if file.exists() else []


def _shown(row: dict[str, Any]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value not in (None, UNKNOWN) and name not in _NOT_SHOWN}
