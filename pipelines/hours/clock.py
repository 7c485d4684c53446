"""Times of day as people write them: 9, 9:30, 9h30, 9.30, 0930, 9 pm; and in which half of a day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from pipelines.hours.weekly import DAY, Span, Unreadable, span

Half = Literal["am", "pm"]
NOON = DAY // 2
_LONGEST_NIGHT = 17 * 60
"""A window over midnight that is longer is rather a slip, or written on a clock of twelve hours."""


@dataclass(frozen=True)
class Time:
    """A time of day as it is written."""

    minute: int
    """Since midnight, on the face of it."""
    plain: bool
    """Whether it may be of a clock of twelve hours: 1 to 12, without a zero before it."""
    half: Half | None = None

    def in_half(self, half: Half) -> "Time":
        """Return it with the half of the day that is written behind it; raises Unreadable for 13 am."""
        if not 60 <= self.minute < 13 * 60:
            raise Unreadable("a time of 24 hours with am or pm")
        return replace(self, half=half)


# Minutes stand behind a sign, or are the last two of four digits; a comma is a sign where nothing else is.
_SIGN = r"(?:[.:hu](?=[0-5]\d(?!\d))| ?[:h] ?(?=[0-5]\d(?!\d| ?[:h.])))"
_MINUTES = r"(?P<minute>[0-5]\d)(?::[0-5]\d)?"


def _times(sign: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d.:])(?P<hour>\d{{1,2}})(?:{sign}{_MINUTES})?(?!\d)"
        r"|(?<![\d.:])(?P<hh>[01]\d|2[0-4])(?P<mm>[0-5]\d)(?!\d)"
    )


TIME = _times(_SIGN)
COMMA_TIME = _times(rf"(?:{_SIGN}|,)")


def time_of(found: re.Match[str]) -> Time:
    """Return the time that ``TIME`` found; raises Unreadable when no day has it."""
    hour, minute = int(found["hour"] or found["hh"]), int(found["minute"] or found["mm"] or 0)
    if hour * 60 + minute > DAY:
        raise Unreadable("a time that no day has")
    zero = (found["hour"] or found["hh"]).startswith("0")
    return Time(hour * 60 + minute, plain=not zero and not found["hh"] and 1 <= hour <= 12)


def window(begin: Time, end: Time, *, whole_day: bool) -> Span:
    """Return the window between two times; raises Unreadable when they can be understood in two ways.

    ``whole_day``: whether other times of the same text show that it counts to 24.
    """
    if begin.half or end.half:
        return _in_halves(begin, end)
    if not whole_day and begin.plain and end.plain and (begin.minute < 7 * 60 or end.minute <= begin.minute):
        raise Unreadable("a clock of 12 or of 24 hours")
    found = span(begin.minute % DAY, end.minute)
    if found[1] > DAY and found[1] - found[0] > _LONGEST_NIGHT:
        raise Unreadable("a window over midnight that is longer than a night")
    return found


def _in_halves(begin: Time, end: Time) -> Span:
    """Find the one way in which a half that is not written makes a window that a shop may have."""
    if begin.half and end.half:
        return span(_minute(begin), _minute(end))
    pairs = [(b, e) for b in _halves(begin) for e in _halves(end) if b < e and (begin.half or b >= 5 * 60)]
    if len(pairs) != 1:
        raise Unreadable("am or pm is not told")
    return span(*pairs[0])


def _halves(time: Time) -> list[int]:
    if time.half or not time.plain:
        return [_minute(time)]
    return [_minute(replace(time, half="am")), _minute(replace(time, half="pm"))]


def _minute(time: Time) -> int:
    """Return minutes since midnight: 12 am is 0.

    >>> _minute(Time(720, plain=True, half="am")), _minute(Time(570, plain=True, half="pm"))
    (0, 1290)
    """
    if time.half is None:
        return time.minute
    return time.minute % NOON + (NOON if time.half == "pm" else 0)


def counts_to_24(times: Iterable[Time]) -> bool:
    """Tell whether some time shows that all are of a clock of 24 hours."""
    return any(not time.plain and time.half is None and 0 < time.minute < DAY for time in times)
