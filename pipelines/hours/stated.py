"""A time of day as structured data state it: "09:00", "0900", "9:00 AM", 9, 540, {hour, minute}."""

import re
from collections.abc import Collection, Mapping
from datetime import time

from pipelines.hours.clock import Time
from pipelines.hours.keys import plain
from pipelines.hours.weekly import DAY, Unreadable

_TEXT = re.compile(
    r"(?:.*T)?(?P<hour>\d{1,2})(?:(?P<sign>[:.h ]?)(?P<minute>[0-5]\d))?(?::?[0-5]\d(?:\.\d+)?)? ?h?"
    r" ?(?:(?P<half>[ap])\.? ?m\.?)?(?: ?uhr)?(?:Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_QUARTERS = (0, 15, 30, 45)
_TIME_KEYS = ("time", "value", "localtime")


def stated_time(value: object, minutes_each: float) -> Time:
    """Return a time of day; ``minutes_each`` is what ``unit`` says of numbers, 0 for hours and minutes as 930.

    Raises Unreadable.
    """
    if isinstance(value, Mapping):
        return _of_parts({plain(key): part for key, part in value.items()}, minutes_each)
    if isinstance(value, bool) or not isinstance(value, int | float | str | time):
        raise Unreadable("something else where a time belongs")
    if isinstance(value, int | float):
        return _of_number(value, minutes_each)
    return _of_text(str(value).strip())


def _of_parts(parts: Mapping[str, object], minutes_each: float) -> Time:
    hour, minute = (next((parts[k] for k in (name, f"{name}s") if k in parts), None) for name in ("hour", "minute"))
    if isinstance(hour, int):
        return Time(_within(hour * 60 + (minute if isinstance(minute, int) else 0)), plain=False)
    for key in _TIME_KEYS:
        if key in parts:
            return stated_time(parts[key], minutes_each)
    raise Unreadable("something else where a time belongs")


def _of_number(value: float, minutes_each: float) -> Time:
    minute = value * minutes_each if minutes_each else value // 100 * 60 + value % 100
    return Time(_within(round(minute)), plain=False)


def _of_text(text: str) -> Time:
    found = _TEXT.fullmatch(text)
    if not found:
        raise Unreadable("something else where a time belongs")
    hour, sign = found["hour"], found["sign"]
    counts_to_24 = hour.startswith("0") or (found["minute"] and not sign) or not 1 <= int(hour) <= 12
    read = Time(_within(int(hour) * 60 + int(found["minute"] or 0)), plain=not counts_to_24)
    if not found["half"]:
        return read
    return read.in_half("am" if found["half"].lower() == "a" else "pm") if read.minute >= 60 else read


def _within(minute: int) -> int:
    if not 0 <= minute <= DAY:
        raise Unreadable("a time that no day has")
    return minute


def unit(numbers: Collection[float]) -> float:
    """Return how many minutes one is, of the numbers by which windows are stated; 0 for hours and minutes as 930.

    Raises Unreadable where they could be minutes since midnight as well as hours and minutes.

    >>> unit([9, 18.5]), unit([540, 1110]), unit([900, 1830]), unit([32400, 66600])
    (60, 1, 0, 0.016666666666666666)
    """
    told = [number for number in numbers if number]
    if all(number <= 24 for number in told):
        return 60
    if max(told) > 2400:
        return 1 / 60
    as_clock = all(number % 100 in _QUARTERS for number in told)
    as_minutes = all(number <= DAY and number % 15 == 0 for number in told)
    if as_clock == as_minutes:
        raise Unreadable("numbers that are minutes, or hours and minutes")
    return 0 if as_clock else 1
