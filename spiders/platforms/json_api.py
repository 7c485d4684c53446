"""A list of records behind an address that answers JSON.

Recognise it: the browser's network panel shows a request (XHR or fetch) whose answer is JSON with the records in it.

    [sources.options]
    url = "/api/locations?page={page}&size={size}"    # relative to the retailer's; {page}, {offset}, {size}
    method = "GET"                                    # POST where json or form is given
    headers = { X-Api-Key = "$SHOP_KEY" }             # a secret is written $NAME and read from the environment
    json = { query = "{ stores { id } }" }            # a request body: json, or form
    paging = { kind = "page", first = 1, size = 50 }  # none, page or offset
    items = "locations"                               # JMESPath of the list; "@" for the answer itself
    total = "total"                                   # JMESPath of the count that the source announces
    time = "generated_at"                             # JMESPath of the source's own time
    fields = { location_ref = "id", city = "address.city" }   # our field = JMESPath in an item
    constants = { service = "pickup" }
    values = { status = { no_time = "no_pickup_time" } }      # the source's word = ours

Traps: a server may cap ``size`` without saying so (the pages' real size is used where a total is announced); a list
of what is near a point is not a list of all; an address with a key in its query is archived with the key, so keys
belong into headers.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator

from pipelines.records import Page, Reading
from spiders.errors import Changed
from spiders.json_answer import parsed
from spiders.json_path import json_path
from spiders.platform import Ask, Platform
from spiders.reading import found
from spiders.request_words import RequestWords
from spiders.rows import RowWords
from spiders.source_time import source_time


def _is_path(expression: str) -> str:
    json_path(expression)
    return expression


JsonPath = Annotated[str, AfterValidator(_is_path)]


class JsonApi(Platform):
    """Any JSON list, paged or not."""

    class Options(RowWords, RequestWords):
        """The words of a json_api source."""

        items: JsonPath = "@"
        total: JsonPath | None = None
        time: JsonPath | None = None
        fields: dict[str, JsonPath]

    options: Options

    def first(self) -> Iterable[Ask]:
        """Ask for the first page."""
        yield self._ask(self.options.paging.begin)

    def read(self, page: Page) -> Reading:
        """Read the items of one answer."""
        answer = parsed(page.body)
        items = json_path(self.options.items)(answer)
        if not isinstance(items, list):
            raise Changed(f"there is no list at {self.options.items!r}")
        paths = {name: json_path(path) for name, path in self.options.fields.items()}
        rows = [self.options.row({name: find(item) for name, find in paths.items()}) for item in items]
        return replace(found(rows, self._total(answer)), source_time_utc=self._time(answer))

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:
        """Ask for the pages that the paging says are left."""
        number = int(page.context["page"])
        for after in self.options.paging.after(number, len(reading.rows), reading.announced):
            yield self._ask(after)

    def _ask(self, number: int) -> Ask:
        ask = self.options.ask(self.url(self.options.url), number)
        return replace(ask, headers={"Accept": "application/json", **ask.headers})

    def _total(self, answer: object) -> int | None:
        total = json_path(self.options.total)(answer) if self.options.total else None
        return int(total) if isinstance(total, int | str) and str(total).isdecimal() else None

    def _time(self, answer: object) -> datetime | None:
        moment = json_path(self.options.time)(answer) if self.options.time else None
        return source_time(moment, self.retailer.timezone)
