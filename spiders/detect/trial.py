"""A look at what was found, through the platform itself, as a run would do it; nothing of it is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from pipelines.home import landing_root
from pipelines.records import Look, Run
from spiders.collect import Collector
from spiders.declaration import DeclarationError, Retailer
from spiders.detect.candidates import Candidate

MOST_PAGES = 25
"""A trial is no run: after so many answers it is known whether the platform works, and mostly how much there is."""
NOT_LISTED = {"run_id", "seen_at_utc", "capture_id"}
_GOOD = {"ok", "unchanged"}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What a look brought."""

    rows: list[dict[str, object]] = field(default_factory=list)
    """The places, one each."""
    announced: int | None = None
    """How many the source says there are."""
    cut_off: bool = False
    """Whether there was more to ask for."""
    problems: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many places there are, as far as that was seen."""
        return max(len(self.rows), self.announced or 0) if self.cut_off else len(self.rows)

    @property
    def works(self) -> bool:
        """Whether places were read."""
        return bool(self.rows)


def declared(candidate: Candidate, url: str, words: dict[str, object]) -> Retailer:
    """Return a retailer with the candidate as its only source; raises DeclarationError for a word it lacks."""
    source = {"kind": "locations", "platform": candidate.platform, "expect": {}, "options": dict(candidate.options)}
    return Retailer.model_validate({"slug": "trial", "name": "trial", "url": url, **words, "sources": [source]})


def trial(retailer: Retailer) -> Trial:
    """Look once at the retailer's only source; whatever hinders is among the problems."""
    with TemporaryDirectory() as folder, _Taster(Path(folder)) as taster:
        try:
            run = taster.collect(retailer, retailer.sources[0])
        except DeclarationError as error:
            return Trial(problems=[str(error)])
        return _told(Path(folder), run)


class _Taster(Collector):
    """A collector that stops early."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._settings.set("CLOSESPIDER_PAGECOUNT", MOST_PAGES)


def _told(home: Path, run: Run) -> Trial:
    folder = landing_root(home) / run.run_id
    looks = [_look(line) for line in _lines(folder / "look.jsonl")]
    rows = {str(row["location_ref"]): _shown(row) for row in _lines(folder / "location.jsonl")}
    cut_off = run.stopped == "closespider_pagecount"
    stopped = [run.stopped] if run.stopped and not cut_off else []
    set_aside = [f"set aside: {reject['reason']}" for reject in _lines(folder / "reject.jsonl")]
    return Trial(
        rows=list(rows.values()),
        announced=max((look.announced for look in looks if look.announced is not None), default=None),
        cut_off=cut_off,
        problems=[*dict.fromkeys([*stopped, *_failures(looks), *set_aside])],
    )


def _look(line: dict[str, object]) -> Look:
    return Look(**line)  # type: ignore[arg-type]


def _failures(looks: Iterable[Look]) -> Iterator[str]:
    """Yield each reason once, with an address at which it was given."""
    failed = [look for look in looks if look.outcome not in _GOOD]
    first = {f"{look.outcome}: {look.reason}": look.url for look in reversed(failed)}
    return (f"{reason} ({url})" for reason, url in reversed(first.items()))


def _lines(file: Path) -> list[dict[str, object]]:
    return [orjson.loads(line) for line in file.read_bytes().splitlines()] if file.exists() else []


def _shown(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value is not None and name not in NOT_LISTED}
