"""Pick-up places, days and windows of Zapiet, which many Shopify shops use: from one shop's name.

Recognise it: requests to ``api.zapiet.com`` or ``api-us.zapiet.com``, with ``shop=….myshopify.com``.

    [sources.options]
    url = "https://api-us.zapiet.com/v1.0"
    shop = "example.myshopify.com"
    days = 3                              # from the first day on which one can pick up
    windows = true                        # false: the days and hours of each place only, one request a place
    limit = "capacity"                    # what a window's limit means at this shop: capacity, places, or not written

The list of places is asked first, then the calendar of each, then the windows of each day: with 20 places and 3 days
that is 81 requests.

Traps: whether ``limit`` is what a window holds or what is left of it is not documented; unless it is written here, it
is not used. A window that is full is no longer listed. Days that depend on what is in the basket are not seen. Never
seen live: the shape is that of the documentation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from pipelines.records import Page, Reading
from spiders.errors import Changed
from spiders.platform import Ask
from spiders.slots.asks import SlotWords
from spiders.slots.moments import day_of, time_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at, whole
from spiders.slots.told import Told
from spiders.slots.vocabulary import weekday_of

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PAGE = 200
_PLACES = "places"


class Zapiet(SlotPlatform):
    """Places, their days, their windows."""

    class Options(SlotWords):
        """The words of a zapiet source."""

        shop: str = ""
        windows: bool = True
        limit: Literal["capacity", "places"] | None = None

    options: Options
    leads_on = True

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the windows or the calendar; a day without windows is an empty list."""
        if isinstance(answer, list):
            return all(isinstance(window, dict) and "available_from" in window for window in answer)
        return isinstance(answer, dict) and "minDate" in answer and "daysOfWeek" in answer

    def read(self, page: Page) -> Reading:
        """Read windows or a calendar; the list of places tells no slots, it leads to them."""
        return Reading(outcome="ok") if page.context.get("asked") == _PLACES else super().read(page)

    def first(self) -> Iterable[Ask]:
        """Ask for the first places."""
        yield self._ask("/pickup/locations", {"asked": _PLACES}, f"&limit={_PAGE}&page=1")

    def slots(self, answer: object, page: Page) -> Iterator[Told]:
        """Yield the windows of a day, or the hours of the days of a calendar that is all one has."""
        ref = page.context.get("location_ref")
        if isinstance(answer, dict) and "minDate" in answer and not (ref and self.options.windows):
            for day, hours in _days(answer, self.today(page), self.options.days):
                start, end = hours
                yield Told(start=datetime.combine(day, start), end=end, status="free", location_ref=ref)
        for window in records_at(answer):
            yield from self._window(window, page)

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:  # noqa: ARG002 - the page says where it leads
        """Ask for the calendars of places, or for the windows of a calendar's days."""
        answer = self.answer(page)
        if page.context.get("asked") == _PLACES:
            yield from self._after_places(_places(answer), int(page.context["page"]) + 1)
        elif isinstance(answer, dict) and "minDate" in answer and self.options.windows:
            ref = page.context["location_ref"]
            for day, _ in _days(answer, self.today(page), self.options.days):
                context = {"location_ref": ref, "date": day.isoformat()}
                yield self._ask(f"/pickup/locations/{ref}/calendar/{day.isoformat()}", context)

    def _after_places(self, places: list[str], page: int) -> Iterator[Ask]:
        for place in places:
            yield self._ask(f"/pickup/locations/{place}/calendar", {"location_ref": place})
        if len(places) == _PAGE:
            context = {"asked": _PLACES, "page": str(page)}
            yield self._ask("/pickup/locations", context, f"&limit={_PAGE}&page={page}")

    def _ask(self, path: str, context: Mapping[str, str], more: str = "") -> Ask:
        url = f"{self.options.url.rstrip('/')}{path}?shop={self.options.shop}{more}"
        return Ask(url=self.url(url), method="POST", context={"page": "1", **context})

    def _window(self, window: Mapping[str, Any], page: Page) -> Iterator[Told]:
        start, end = time_of(window.get("available_from")), time_of(window.get("available_until"))
        limit = whole(window.get("limit")) if window.get("limited") else None
        places, capacity = (limit if self.options.limit == name else None for name in ("places", "capacity"))
        for day in self._days_of(window, page) if start else ():
            yield Told(
                start=datetime.combine(day, start or time()),
                end=end,
                status="full" if places == 0 else "free",
                places=places,
                capacity=capacity,
                location_ref=page.context.get("location_ref") or str(window.get("location_id") or "") or None,
            )

    def _days_of(self, window: Mapping[str, Any], page: Page) -> list[date]:
        """Return the day that was asked for; of a saved answer without one, the next that is such a weekday."""
        asked = page.context.get("date") or next(iter(re.findall(r"/calendar/(\d{4}-\d\d-\d\d)", page.url)), None)
        if day := day_of(asked):
            return [day]
        week = (self.today(page) + timedelta(days=n) for n in range(7))
        return [day for day in week if day.weekday() == weekday_of(window.get("day_of_week"))]


def _places(answer: object) -> list[str]:
    listed = records_at(answer, "locations") if isinstance(answer, dict) else records_at(answer)
    return [str(place["id"]) for place in listed if place.get("id")]


def _days(calendar: Mapping[str, Any], today: date, most: int) -> Iterator[tuple[date, tuple[time, time | None]]]:
    """Yield the days that a calendar offers, with their hours; raises Changed."""
    first = day_of(calendar.get("minDate")) or today
    last = day_of(calendar.get("maxDate")) or first + timedelta(days=most - 1)
    disabled = calendar.get("disabled") or []
    if not all(isinstance(day, str) and day_of(day) for day in disabled):
        raise Changed("the calendar's disabled days are not written as days")
    closed = {day_of(day) for day in disabled}
    hours = calendar.get("daysOfWeek") or {}
    for day in (first + timedelta(days=n) for n in range(most)):
        open_from = hours.get(_WEEKDAYS[day.weekday()]) if isinstance(hours, dict) else None
        start = _clock(open_from, "min")
        if day <= last and day not in closed and start:
            yield day, (start, _clock(open_from, "max"))


def _clock(hours: object, end: str) -> time | None:
    said = hours.get(end) if isinstance(hours, dict) else None
    return time_of(f"{said.get('hour')}:{str(said.get('minute')).zfill(2)}") if isinstance(said, dict) else None
