"""How windows are put together from words, in any language: days, then their times; or times, then their days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipelines.hours.clock import Half, Time, counts_to_24, window
from pipelines.hours.osm import day_range
from pipelines.hours.weekly import ALL_DAY, DAY, EVERY_DAY, Span, Unreadable, Week, united

_MIDNIGHT = Time(DAY, plain=False)
TokenKind = Literal["days", "closed", "always", "to", "and", "end", "time", "half", "noise"]


@dataclass(frozen=True)
class Token:
    """A word, a time or a sign."""

    kind: TokenKind
    days: frozenset[int] = frozenset()
    time: Time | None = None
    half: Half | None = None


def week_of(tokens: Sequence[Token]) -> Week:
    """Return the week that the words of a text tell; raises Unreadable when they do not tell exactly one."""
    reading = _Text(_with_halves([token for token in tokens if token.kind != "noise"]))
    week: dict[int, list[Span]] = {}
    for days, spans in reading.groups():
        for day in days:
            week[day] = _joined(week.get(day), spans, narrower=len(days) < len(week))
    return week


def _joined(before: list[Span] | None, spans: list[Span], *, narrower: bool) -> list[Span]:
    """Return a day's windows where it is named again: more windows, or closed after all."""
    if before is None or before == spans:
        return spans
    if not spans and narrower:
        return []
    if before and spans and len(united([*before, *spans])) == len(before) + len(spans):
        return united([*before, *spans])
    raise Unreadable("a day with two times that contradict each other")


def _with_halves(tokens: Sequence[Token]) -> list[Token]:
    """Give times the am or pm that stands behind them."""
    told: list[Token] = []
    for token in tokens:
        if token.half is None:
            told.append(token)
        elif told and told[-1].time:
            told[-1] = replace(told[-1], time=told[-1].time.in_half(token.half))
        else:
            raise Unreadable("am or pm without a time")
    return told


class _Text:
    """The words of a text, taken one by one."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._whole_day = counts_to_24(token.time for token in tokens if token.time)

    def groups(self) -> list[tuple[frozenset[int], list[Span]]]:
        """Return days with their windows, in the order of the text."""
        if not self._tokens:
            raise Unreadable("no words of windows")
        if not any(token.kind == "days" for token in self._tokens):
            return [(EVERY_DAY, self._without_days())]
        days_first = self._next() == "days"
        groups = []
        while self._at < len(self._tokens):
            groups.append(self._days_and_times() if days_first else self._times_and_days())
            self._skip("and", "end")
        return groups

    def _without_days(self) -> list[Span]:
        """Return what holds without days being named: closed, or day and night."""
        if [token.kind for token in self._tokens] not in (["closed"], ["always"]):
            raise Unreadable("times without days")
        return self._times()

    def _days_and_times(self) -> tuple[frozenset[int], list[Span]]:
        days = self._days()
        self._skip("and", "to", "end")
        return days, self._times()

    def _times_and_days(self) -> tuple[frozenset[int], list[Span]]:
        times = self._times()
        self._skip("and", "to")
        return self._days(), times

    def _days(self) -> frozenset[int]:
        days: set[int] = set()
        while self._next() == "days":
            days |= self._day_range()
            if self._next(1) == "days":
                self._skip("and", "end")
        if not days:
            raise Unreadable("times without days")
        return frozenset(days)

    def _day_range(self) -> frozenset[int]:
        first = self._take().days
        if self._next() != "to" or self._next(1) != "days":
            return first
        self._take()
        last = self._take().days
        if len(first) != 1 or len(last) != 1:
            raise Unreadable("a range between more than two days")
        return day_range(*first, *last)

    def _times(self) -> list[Span]:
        if self._next() in ("closed", "always"):
            return [] if self._take().kind == "closed" else [ALL_DAY]
        spans: list[Span] = []
        while self._next() == "time":
            spans.append(self._window())
            if self._next(1) == "time":
                self._skip("and")
        if not spans or len(united(spans)) != len(spans):
            raise Unreadable("days without times" if not spans else "times that overlap")
        return united(spans)

    def _window(self) -> Span:
        begin = self._take().time or _MIDNIGHT
        if begin.minute == DAY and self._next() != "to":
            return ALL_DAY
        if self._next() != "to" or self._next(1) not in ("time", "always"):
            raise Unreadable("a time without its end")
        self._take()
        end = self._take().time or _MIDNIGHT  # 0-24h: the words of day and night
        return window(begin, end, whole_day=self._whole_day)

    def _next(self, ahead: int = 0) -> str | None:
        at = self._at + ahead
        return self._tokens[at].kind if at < len(self._tokens) else None

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _skip(self, *kinds: str) -> None:
        while self._next() in kinds:
            self._at += 1
