"""The platform that a declaration describes: it asks, unwraps, finds the items and makes rows of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar
from urllib.parse import urljoin

from pipelines.records import Page, Reading, Row
from spiders.adapter.following import begins_again, first_turns, hits, next_turns
from spiders.adapter.items import kept, told_in
from spiders.adapter.unwrap import unwrapped
from spiders.adapter.words import AdapterWords
from spiders.declaration import Words
from spiders.json_path import json_path
from spiders.nearest import Cell, Near
from spiders.paging import Turn
from spiders.platform import Ask, Platform
from spiders.reading import found
from spiders.source_time import source_time

_ACCEPT = {"json": "application/json", "xml": "application/xml", "csv": "text/csv"}


class Adapter(Platform):
    """Any source that answers with data: a list of records, on one page or several."""

    Options: ClassVar[type[Words]] = AdapterWords

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
        """Ask for the pages that the paging says are left."""
        data = unwrapped(page, self.words.unwrap) if self.words.paging.asks_the_answer else None
        for turn in next_turns(self.words, page, reading, data):
            yield self._ask(turn) if isinstance(turn, Turn) else self._ask(Turn(0), urljoin(page.url, turn))

    def _ask(self, turn: Turn, url: str | None = None) -> Ask:
        ask = self.words.ask(url or self.url(self.words.url), turn)
        return replace(ask, headers={"Accept": _ACCEPT.get(self.words.unwrap, "*/*"), **ask.headers})

    def _judged(self, page: Page, rows: list[Row], announced: int | None) -> Reading:
        """Say of an answer at its limit that it may hide others; a search near a point may still be narrowed."""
        reading = found(rows, announced)
        if self.words.near and "cell" in page.context:
            return _searched(self.words.near, Cell.of(page.context["cell"]), reading)
        if not self.words.cap:
            return reading
        at_cap = len(rows) in self.words.cap
        reason = (
            f"the answer holds {len(rows)} records, as many as it can: there may be more" if at_cap else reading.reason
        )
        return replace(reading, at_cap=at_cap, capped=int(at_cap), reason=reason)

    def _total(self, data: object) -> int | None:
        total = json_path(self.words.total)(data) if self.words.total else None
        return int(total) if isinstance(total, int | str) and str(total).isdecimal() else None

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
