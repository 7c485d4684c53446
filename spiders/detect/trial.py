"""What a look at a candidate brought, and what that says of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.records import Look

ENOUGH = "closespider_pagecount"
"""How a run ends that was to see only the beginning."""
_ANSWERED = {"ok", "unchanged"}
_WHERE = {"lat", "street", "postcode", "city"}
_ROUND = {10, 20, 25, 50, 75, 100, 150, 200, 250, 300, 500, 1000, 2000, 5000, 10_000}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A look that was no run."""

    rows: Sequence[dict[str, object]] = ()
    """The places, one each, without what was not told."""
    looks: Sequence[Look] = ()
    set_aside: Sequence[str] = ()
    """Why records were set aside."""
    stopped: str | None = None
    """Why it ended before its end."""

    @property
    def works(self) -> bool:
        """Whether places were read, and not products: at least every second record has an address or a position."""
        return sum(bool(_WHERE & row.keys()) for row in self.rows) > len(self.rows) / 2

    @property
    def answered(self) -> bool:
        """Whether there was any answer that could be read."""
        return any(look.outcome in _ANSWERED for look in self.looks)

    @property
    def announced(self) -> int | None:
        """How many places the source says there are."""
        return max((look.announced for look in self.looks if look.announced is not None), default=None)

    @property
    def cut_off(self) -> bool:
        """Whether there was more to ask for."""
        return self.stopped == ENOUGH

    @property
    def capped(self) -> bool:
        """Whether an answer ended at its limit."""
        return any(look.capped for look in self.looks)

    @property
    def largest(self) -> int:
        """How many places the fullest answer held."""
        return max((look.sightings for look in self.looks), default=0)

    @property
    def count(self) -> int:
        """How many places there are, as far as that was seen or announced."""
        return max(len(self.rows), self.announced or 0)

    @property
    def problems(self) -> list[str]:
        """What went wrong, each reason once, with an address where it did."""
        stopped = [self.stopped] if self.stopped and not self.cut_off else []
        # The page after the last is empty: where there are places, that is how a list ends.
        good = _ANSWERED | ({"empty"} if self.rows else set())
        failed = [look for look in self.looks if look.outcome not in good]
        first = {f"{look.outcome}: {look.reason}": look.url for look in reversed(failed)}
        told = [f"{reason} ({url})" for reason, url in reversed(first.items())]
        no_places = [f"{len(self.rows)} records without address or position"] if self.rows and not self.works else []
        return [*stopped, *no_places, *told, *(f"set aside: {reason}" for reason in dict.fromkeys(self.set_aside))]

    @property
    def warnings(self) -> list[str]:
        """What speaks against the count."""
        said, read = self.problems, len(self.rows)
        if self.capped:
            said.append(f"an answer ended at its limit, with {self.largest} places: there may be more")
        elif self.cut_off and self.announced is None:
            said.append(f"there are more: the trial ended after {read} places")
        elif not self.announced and read in _ROUND:
            said.append(f"{read} is a round number: perhaps the most that one answer holds, and not all")
        if self.announced and self.announced > read and not self.cut_off:
            said.append(f"{self.announced} places are announced and {read} were read")
        return said
