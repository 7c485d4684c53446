"""The platform that a declaration describes: it asks, unwraps, finds the items and makes rows of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from pipelines.records import Page, Reading, Row
from spiders.adapter.following import begins_again, count_of, first_turns, hits, next_turns
from spiders.adapter.items import kept, told_in
from spiders.adapter.unwrap import unwrapped
from spiders.adapter.words import AdapterWords
from spiders.declaration import Words
from spiders.errors import Changed
from spiders.json_path import json_path
from spiders.nearest import Cell, Near
from spiders.paging import MOST_PAGES, Turn
from spiders.platform import Ask, Platform
from spiders.reading import found
from spiders.source_time import source_time

_ACCEPT = {"json": "application/json", "xml": "application/xml", "csv": "text/csv"}


class Adapter(Platform):
    """Any source that answers with data: a list of records, on one page or several."""

    Options: ClassVar[type[Words]] = AdapterWords
    _cells = 0
    """How many cells of the map a crawl has narrowed."""

    @property
    def words(self) -> AdapterWords:
        """What is declared of the source."""
        assert isinstance(self.options, AdapterWords)
        return self.options

    def first(self) -> Iterable[Ask]:
        """Ask for the first page, or for the first cells of the map."""
        return (self._ask(turn) for turn in first_turns(self.words))

    def read(self, page: Page) -> Reading:
        """Read the items of one answer."""
        data = unwrapped(page, self.words.unwrap)
        rows: list[Row] = [kept(row, self.source.kind) for row in told_in(data, self.words, self.source.kind)]
        if begins_again(page, rows):
            return Reading(outcome="empty", reason="the list begins again: all of it was seen")
        return replace(self._judged(page, rows, self._total(data)), source_time_utc=self._time(data))

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:
        """Return the requests for the pages that are left; raises Changed when a search goes on without end."""
        data = unwrapped(page, self.words.unwrap) if self.words.paging.asks_the_answer else None
        turns = next_turns(self.words, page, reading, data)
        self._cells += len(turns) if self.words.near else 0
        if self._cells > MOST_PAGES:
            raise Changed(
                f"the search near points came to {self._cells} requests: is what it finds really the nearest?"
            )
        return [self._ask(turn) for turn in turns]

    def _ask(self, turn: Turn) -> Ask:
        ask = self.words.ask(turn.url or self.url(self.words.url), turn)
        return replace(ask, headers={"Accept": _ACCEPT.get(self.words.unwrap, "*/*"), **ask.headers})

    def _judged(self, page: Page, rows: list[Row], announced: int | None) -> Reading:
        """Say of an answer at its limit that it may hide others; a search near a point may still be narrowed."""
        reading = found(rows, announced)
        if self.words.near and "cell" in page.context:
            return _searched(self.words.near, Cell.of(page.context["cell"]), reading)
        if not self.words.cap:
            return reading
        if len(rows) not in self.words.cap:
            return replace(reading, at_cap=False, capped=0)
        reason = f"the answer holds {len(rows)} records, as many as it can: there may be more"
        return replace(reading, at_cap=True, capped=1, reason=reason)

    def _total(self, data: object) -> int | None:
        return count_of(json_path(self.words.total)(data)) if self.words.total else None

    def _time(self, data: object) -> datetime | None:
        moment = json_path(self.words.time)(data) if self.words.time else None
        return source_time(moment, self.retailer.timezone)


def _searched(near: Near, cell: Cell, reading: Reading) -> Reading:
    reading = replace(reading, at_cap=len(reading.rows) >= near.cap, capped=0)
    if near.known(cell, hits(reading.rows)) != "capped":
        return reading
    lat, lon = cell.centre
    reason = f"more than {len(reading.rows)} places, perhaps, within {cell.radius_km:.1f} km of {lat:.4f}, {lon:.4f}"
    return replace(reading, capped=1, reason=reason)
