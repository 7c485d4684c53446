"""How a source of slots is asked: once, or for each location, day or month."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from urllib.parse import quote, urlencode

from pydantic import Field

from spiders.declaration import Retailer, Source
from spiders.platform import Ask, platform
from spiders.request_words import RequestWords
from spiders.rows import RowWords
from spiders.templates import filled, filled_text


class SlotWords(RowWords, RequestWords):
    """The words that all sources of slots share, beside those of a request."""

    locations: tuple[str, ...] = ()
    """The places to ask about, one after the other: {location_ref} in the address or the body.

    With a ``[sources.cadence]`` each is asked as often as its share of the budget pays for.
    """
    days: int = Field(default=7, ge=1, le=92)
    """For how many days from today on: {date}."""
    months: int = Field(default=2, ge=1, le=12)
    """For how many months from this one on: {month}, its first day."""
    minutes: int = Field(default=1, ge=0, le=1440)
    """How long a slot lasts of which the source tells the start only; with 0 such slots are set aside."""

    @property
    def places(self) -> tuple[str, ...]:
        """The places that are asked about one by one, each once; none where one request tells of all."""
        return tuple(dict.fromkeys(self.locations)) if self._names("location_ref") else ()

    def asks(self, url: str, today: date) -> Iterator[Ask]:
        """Yield the first requests at a full address."""
        for words in self._rounds(today):
            yield self.ask_for(url, words, self.paging.begin)

    def ask_for(self, url: str, words: Mapping[str, str], number: int) -> Ask:
        """Return the request for one page of one place, day or month."""
        inside = {"json_body": filled(self.json_body, words), "form": self.form and filled({**self.form}, words)}
        in_address = {name: quote(value, safe="") for name, value in words.items()}
        ask = self.model_copy(update=inside).ask(filled_text(url, in_address), number)
        # What differs in the body only must differ in the address, too: looks are told apart by it.
        mark = f"&{urlencode(words)}" if ask.body and words else ""
        return replace(ask, url=ask.url + mark, context={**ask.context, **words})

    def _rounds(self, today: date) -> Iterator[dict[str, str]]:
        first = today.replace(day=1)
        choices = {
            "location_ref": list(dict.fromkeys(self.locations)),
            "date": [(today + timedelta(days=n)).isoformat() for n in range(self.days)],
            "month": [_month(first, n).isoformat() for n in range(self.months)],
        }
        named = [name for name in choices if self._names(name)]
        for values in product(*(choices[name] for name in named)):
            yield dict(zip(named, values, strict=True))

    def _names(self, word: str) -> bool:
        return f"{{{word}}}" in f"{self.url} {self.json_body} {self.form}"


def places_of(retailer: Retailer, source: Source) -> tuple[str, ...]:
    """Return the places that a source asks about one by one; none where it does not."""
    options = platform(retailer, source).options
    return options.places if isinstance(options, SlotWords) else ()


def at_places(source: Source, places: Collection[str]) -> Source:
    """Return a source that asks about some of its places only."""
    return source.model_copy(update={"options": {**source.options, "locations": sorted(places)}})


def _month(first: date, later: int) -> date:
    months = first.year * 12 + first.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)
