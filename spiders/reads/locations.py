"""Places in a saved answer of a locator: a list as JSON, a table, or a page that describes them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipelines.clock import now_utc
from pipelines.imports.recording import Unread, file_page
from pipelines.records import Page
from spiders.adapter import AdapterWords, Preset
from spiders.adapter.items import told_in
from spiders.adapter.unwrap import MARKUP, unwrapped
from spiders.errors import Changed
from spiders.json_lines import gathered
from spiders.markup import decoded
from spiders.places.shown import shown_in
from spiders.places.structured import places_of
from spiders.platform import platform_class

_NOWHERE = "file:"
_MARKUP = {"html", "schema_org", "browser_page"}
_BEGINNING = 4000
_WHERE = {"street", "postcode", "lat"}
_SPIDER = b'"@spider"'
"""Only features of All The Places have it."""
_ELEMENT = re.compile(r"<([a-z][\w.-]*)")
_OF_A_PAGE = MARKUP | {"html", "head", "body", "script", "style", "meta", "link", "title", "main", "section", "article"}


def read(
    file: Path,
    *,
    platform: str | None = None,
    url: str | None = None,
    timezone: str = "UTC",  # noqa: ARG001 - places carry no time
) -> Iterator[dict[str, object]]:
    """Yield the places of a file, all that is told of each; ``url`` is where it came from. A ``.gz`` is read, too.

    ``platform``: how to read it, where the file does not tell itself. Raises Changed with what is in the way.
    """
    try:
        page = replace(file_page(file, now_utc()), url=url or _NOWHERE)
    except Unread as error:
        raise Changed(str(error)) from error
    yield from _by_platform(page, platform, url) if platform else _by_content(page, url)


def _by_platform(page: Page, name: str, url: str | None) -> list[dict[str, object]]:
    if name in _MARKUP:
        return _described(page, url)
    of = platform_class(name)
    if issubclass(of, Preset):
        return _told(page, of.recipe)
    return _told(page, AdapterWords(url=_NOWHERE, unwrap="csv" if name == "csv" else "json"))


def _by_content(page: Page, url: str | None) -> list[dict[str, object]]:
    begins = decoded(page.body[:_BEGINNING]).lstrip("\ufeff \t\r\n").lower()
    if begins[:1] == "<":
        first = _ELEMENT.search(begins)
        is_page = first is None or first[1] in _OF_A_PAGE
        return _described(page, url) if is_page else _told(page, AdapterWords(url=_NOWHERE, unwrap="xml"))
    whole = replace(page, body=gathered(page.body))
    if _SPIDER in page.body:
        return _by_platform(whole, "all_the_places", url)
    try:
        return _told(whole, AdapterWords(url=_NOWHERE))
    except Changed:
        if begins[:1] in ("{", "["):
            raise
        return _told(page, AdapterWords(url=_NOWHERE, unwrap="csv"))


def _described(page: Page, url: str | None) -> list[dict[str, object]]:
    """Return the places that a page describes, or those of a list in its scripts, or those that it merely shows."""
    markup = decoded(page.body)
    if places := places_of(markup, url):
        return places
    try:
        return _somewhere(_told(page, AdapterWords(url=_NOWHERE, unwrap="script")))
    except Changed:
        if items := shown_in(markup):
            return list(filter(None, told_in(items, AdapterWords(url=_NOWHERE), "locations")))
        raise


def _somewhere(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return rows of which most say where they are; raises Changed: a page's scripts list much else."""
    if 2 * sum(1 for row in rows if row.keys() & _WHERE) <= len(rows):
        raise Changed("the lists in the scripts of this page do not say where anything is")
    return rows


def _told(page: Page, words: AdapterWords) -> list[dict[str, object]]:
    rows = list(filter(None, told_in(unwrapped(page, words.unwrap), words, "locations")))
    if not rows:
        raise Changed("there is no place in it")
    return rows
