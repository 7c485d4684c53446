"""What a detection brings."""

from dataclasses import dataclass, field

from spiders.detect.candidates import Candidate
from spiders.detect.trial import Trial


@dataclass(frozen=True, kw_only=True)
class Found:
    """A platform that was recognised and read."""

    page_url: str
    """The locator's page, where redirects ended."""
    candidate: Candidate
    trial: Trial
    title: str | None = None
    """What the site calls itself."""


@dataclass(frozen=True, kw_only=True)
class Detection:
    """What was found at an address, and what was tried."""

    url: str
    found: Found | None = None
    tried: list[str] = field(default_factory=list)
    """What was tried in vain, in order."""
