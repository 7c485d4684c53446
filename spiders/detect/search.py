"""Looks through candidates until one of them shows places."""

from collections.abc import Iterable
from dataclasses import replace

from pipelines.records import Page
from spiders.detect.candidates import Candidate
from spiders.detect.found import Found
from spiders.detect.nearby import nearer
from spiders.detect.parts import site_of
from spiders.detect.tasting import taste
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
        if not any(self._works(candidate) for candidate in candidates) and len(self._asked) == before:
            self.tried.append(f"{what}: none")

    def _works(self, candidate: Candidate) -> bool:
        if any((candidate.platform, candidate.options) == (one.platform, one.options) for one in self._asked):
            return False
        self._asked.append(candidate)
        if candidate.missing:
            self.tried.append(f"{candidate.platform}: its {' and '.join(sorted(candidate.missing))} is not to be found")
            return False
        return self._asks(candidate)

    def _asks(self, candidate: Candidate) -> bool:
        trial = taste(candidate, self.page.url)
        if trial.capped or not trial.answered:
            candidate, trial = nearer(candidate, trial, self.page.url)
        if trial.works:
            short, title = _short(candidate, self.page.url), _title(self.page)
            self.found = Found(page_url=self.page.url, candidate=short, trial=trial, title=title)
            return True
        self.tried += [f"{candidate.platform}: {problem}" for problem in trial.problems or ["it lists nothing"]]
        return candidate.host_is_a_guess and not trial.answered and self._works(_without_host(candidate))


def _without_host(candidate: Candidate) -> Candidate:
    """Return the candidate at the platform's own address: what looked like it may be somebody else's."""
    options = {name: value for name, value in candidate.options.items() if name != "host"}
    return replace(candidate, options=options, host_is_a_guess=False)


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
