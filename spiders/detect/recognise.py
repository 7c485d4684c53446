"""Recognises the locator of a page: marks of platforms first, then lists of places that bear none, then a browser."""

from collections.abc import Iterator

from pipelines.records import Page
from spiders.browser import NO_BROWSER
from spiders.detect.answers import in_answers, in_data, in_scripts
from spiders.detect.candidates import Candidate, Seen, candidates
from spiders.detect.capture import capture
from spiders.detect.found import Detection
from spiders.detect.linked import in_links, in_page, in_sitemaps
from spiders.detect.parts import addresses, parts_of, text_of
from spiders.detect.search import Search
from spiders.detect.visit import visit
from spiders.installed_browser import available


def detect(url: str, *, browser: bool = False) -> Detection:
    """Return the locator that the page at an address uses; ``browser`` opens it even where its source tells all."""
    url = url if "://" in url else f"https://{url}"
    if not addresses(url, [url]):
        return Detection(url=url, tried=[f"{url} is no address of the web"])
    visited = visit(url, parts_of)
    if not visited.pages:  # what refuses us is not asked again with a browser
        return Detection(url=url, tried=[f"{address}: {reason}" for address, reason in visited.failed.items()])
    search = Search(visited.pages[0])
    if not browser:
        _in_source(search, visited.pages)
    if search.found is None:
        _in_browser(search)
    return Detection(url=url, found=search.found, tried=search.tried)


def _in_source(search: Search, pages: list[Page]) -> None:
    address = Seen(where="the address", text=f"GET {search.page.url}")
    seen = [address, *(Seen(where=page.url, text=text_of(page)) for page in pages)]
    search.through(candidates(seen), "a platform's marks in the page's source")
    unmarked = _unmarked(search.page)
    search.through(unmarked, "places in the page's scripts, or on pages that it or the sitemap lists")


def _unmarked(page: Page) -> Iterator[Candidate]:
    yield from in_data(page)
    yield from in_page(page)
    yield from in_links(page)
    yield from in_scripts(page)
    yield from in_sitemaps(page)


def _in_browser(search: Search) -> None:
    if not available():
        search.tried.append(f"the requests that the page makes: {NO_BROWSER}")
        return
    captured = capture(search.page.url)
    if captured.problem:
        search.tried.append(f"the page in a browser: {captured.problem}")
    seen = [Seen(where="page in a browser", text=captured.markup), *(one.seen for one in captured.exchanges)]
    requests = f"the page's {len(captured.exchanges)} requests in a browser"
    search.through(candidates(seen), f"a platform's marks in {requests}")
    search.through(in_answers(captured.exchanges), f"places in JSON that answers {requests}")
