"""What every platform is: first requests, a pure reading of a page, and the requests that follow from it.

A platform is a file of ``spiders/platforms`` with one subclass of ``Platform``; its name is the file's. It knows
nothing of Scrapy, so that the same code reads a live answer, a recorded file and the archive.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import ClassVar
from urllib.parse import urljoin

from pydantic import ValidationError

from pipelines.records import Page, Reading
from spiders.declaration import DeclarationError, Retailer, Source, Words
from spiders.declaration.faults import faults

FOLDER = Path(__file__).parent / "platforms"


@dataclass(frozen=True, kw_only=True)
class Steps:
    """What a browser does before the page is taken."""

    wait_for: str | None = None
    """CSS of what must be on the page."""
    session: bool = False
    """Whether the page needs the retailer's stored session."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One request that a platform wants made."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    context: Mapping[str, str] = field(default_factory=dict)
    """What the request is for; archived with the answer, and the page's context when it is read."""
    browser: Steps | None = None
    """None: plain HTTP."""


class Platform(ABC):
    """How one family of sites or documents is read.

    Raises DeclarationError when the source's options are not words of this platform.
    """

    Options: ClassVar[type[Words]]
    needs_browser: ClassVar[bool] = False

    def __init__(self, retailer: Retailer, source: Source) -> None:
        self.retailer = retailer
        self.source = source
        try:
            self.options = self.Options.model_validate(source.options, context={"kind": source.kind})
        except ValidationError as error:
            where = f"{retailer.slug}.{source.slug} ({source.platform}):"
            raise DeclarationError("\n  ".join([where, *faults(error, "options")])) from error

    @abstractmethod
    def first(self) -> Iterable[Ask]:
        """Return the requests to begin with."""

    @abstractmethod
    def read(self, page: Page) -> Reading:
        """Read a page into raw rows; pure. Raises Blocked, Changed or Gone."""

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:  # noqa: ARG002 - most platforms have one page
        """Return the requests that a page leads to."""
        return ()

    def redact(self, page: Page) -> Page:
        """Return the page as it may be archived; doing it twice is doing it once."""
        return page

    def pages(self, home: Path) -> Iterable[Page]:  # noqa: ARG002 - most platforms have no files
        """Return pages that are files and need no request; raises Missing or Empty."""
        return ()

    def url(self, path: str) -> str:
        """Return the full address of a path at the retailer."""
        return urljoin(self.retailer.url.rstrip("/") + "/", path)


def platform_names() -> list[str]:
    """Return the platforms there are."""
    return sorted(file.stem for file in FOLDER.glob("[!_]*.py"))


@cache
def platform_class(name: str) -> type[Platform]:
    """Return the one Platform subclass of ``spiders/platforms/<name>.py``; raises DeclarationError."""
    if name not in platform_names():
        raise DeclarationError(f"there is no platform {name!r}; there are {', '.join(platform_names())}")
    module = import_module(f"spiders.platforms.{name}")
    classes = [c for c in vars(module).values() if isinstance(c, type) and issubclass(c, Platform)]
    own = [c for c in classes if c.__module__ == module.__name__]
    if len(own) != 1:
        raise DeclarationError(f"{module.__file__} must hold one Platform subclass, not {len(own)}")
    return own[0]


def platform(retailer: Retailer, source: Source) -> Platform:
    """Return the platform of a source, with its options; raises DeclarationError."""
    return platform_class(source.platform)(retailer, source)
