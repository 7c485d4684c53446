"""What a detection brings."""

from dataclasses import dataclass, field

from spiders.detect.candidates import Candidate
from spiders.detect.trial import Trial

_ROUND = {10, 20, 25, 50, 75, 100, 150, 200, 250, 300, 500, 1000, 2000, 5000, 10_000}


@dataclass(frozen=True, kw_only=True)
class Found:
    """A platform that was recognised and read."""

    candidate: Candidate
    trial: Trial
    title: str | None = None
    """What the site calls itself."""

    @property
    def warnings(self) -> list[str]:
        """What speaks against the count."""
        read, announced = len(self.trial.rows), self.trial.announced
        said = list(self.trial.problems)
        if self.trial.cut_off and announced is None:
            said.append(f"there are more: the trial ended after {read} places")
        if announced and announced > read and not self.trial.cut_off:
            said.append(f"{announced} places are announced and {read} were read")
        if not announced and read in _ROUND:
            said.append(f"{read} is a round number: perhaps the most that one answer holds, and not all")
        return said


@dataclass(kw_only=True)
class Detection:
    """What was found at an address, and what was tried."""

    url: str
    found: Found | None = None
    tried: list[str] = field(default_factory=list)
    """What was tried in vain, in order."""
