"""Looks through candidates until one of them shows places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipelines.records import Page
from spiders.detect.candidates import Candidate
from spiders.detect.found import Found
from spiders.detect.markets import UNKNOWN, market_by_domain
from spiders.detect.parts import site_of
from spiders.detect.trial import declared, trial
from spiders.detect.visit import delay_for
from spiders.markup import tree


class Search:
    """The search for the locator of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: Found | None = None
        self.tried: list[str] = []
        """What was tried in vain, in order."""
        self._asked: list[Candidate] = []

    def through(self, candidates: Iterable[Candidate], what: str) -> None:
        """Look through candidates, each only once, until one works; does nothing where one was found before."""
        if self.found:
            return
        before = len(self._asked)
        if not any(self._works(shape) for candidate in candidates for shape in _shapes(candidate)):
            self.tried += [] if len(self._asked) > before else [f"{what}: none"]

    def _works(self, candidate: Candidate) -> bool:
        if (candidate.platform, candidate.options) in [(one.platform, one.options) for one in self._asked]:
            return False
        self._asked.append(candidate)
        if candidate.missing:
            self.tried.append(f"{candidate.platform}: its {' and '.join(sorted(candidate.missing))} is not to be found")
            return False
        tried = trial(declared(candidate, site_of(self.page.url), _words(self.page.url)))
        if tried.works:
            self.found = Found(candidate=_short(candidate, self.page.url), trial=tried, title=_title(self.page))
        else:
            self.tried += [f"{candidate.platform}: {problem}" for problem in tried.problems or ["it lists nothing"]]
        return tried.works


def _shapes(candidate: Candidate) -> Iterator[Candidate]:
    """Yield the candidate, then without its host: what looks like the platform's address may be somebody else's."""
    yield candidate
    if candidate.host_is_a_guess:
        yield replace(candidate, options={n: v for n, v in candidate.options.items() if n != "host"})


def _words(url: str) -> dict[str, object]:
    """Return what a declaration needs besides its source."""
    market = market_by_domain(url)
    return {
        "country": market.country if market else UNKNOWN,
        "timezone": market.timezone if market else "UTC",
        "delay_seconds": delay_for(url),
    }


def _short(candidate: Candidate, page_url: str) -> Candidate:
    """Write addresses at the shop itself as their paths, and leave out a host that is the shop's own."""
    site, options = site_of(page_url), dict(candidate.options)
    if options.get("host") == site:
        del options["host"]
    if str(options.get("url", "")).startswith(f"{site}/"):
        options["url"] = str(options["url"]).removeprefix(site)
    return replace(candidate, options=options)


def _title(page: Page) -> str | None:
    return tree(page).css('meta[property="og:site_name"]::attr(content)').get()
