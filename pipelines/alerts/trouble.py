"""What is not as it should be, in words that may leave the house: no row of a table is in them, and nobody's data."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.check import CheckResult


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One thing that should hold and does not."""

    place: str
    """A retailer, or a source of it."""
    sentence: str
    """What should hold."""
    level: str
    """warn or fail."""
    explanation: str

    @property
    def key(self) -> str:
        """What tells one trouble from another, however bad it is by now."""
        return f"{self.place}: {self.sentence}"


def troubles(results: Iterable[CheckResult], broken: Iterable[str]) -> list[Trouble]:
    """Return what the checks found, and the retailers whose declaration cannot be used."""
    found = [
        Trouble(place=of.place, sentence=of.check_name, level=of.level, explanation=of.explanation) for of in results
    ]
    said = "nobody looks at it meanwhile; `orderscope retailers` says what is wrong"
    unusable = [
        Trouble(place=slug, sentence="the declaration can be used", level="fail", explanation=said) for slug in broken
    ]
    return sorted(found + unusable, key=lambda trouble: trouble.key)
