"""The windows of one day as data state them: pairs, tables of open and close, lists of either, text."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.hours import text
from pipelines.hours.clock import Time
from pipelines.hours.keys import is_key, plain, value_of
from pipelines.hours.weekly import DAY, Unreadable

Stated = tuple[object, object]
"""From and to, as the source states them, or as Time."""
WHOLE_DAY: Stated = (Time(0, plain=False), Time(DAY, plain=False))
_YES = (True, 1, "1", "true", "True", "yes")
_NO = (False, 0, "0", "false", "False", "no")
_NUMBERED = ("", "1", "2", "3", "4")


def windows(value: object, country: str | None) -> list[Stated] | None:
    """Return the windows of a day, empty where it is closed, None where nothing is told; raises Unreadable."""
    if value is None or value == "":
        return None
    if value is False or value == []:
        return []
    if isinstance(value, str):
        return [(Time(b, plain=False), Time(e, plain=False)) for b, e in text.day_windows(value, country)]
    if isinstance(value, Mapping):
        return _of_table(value, country)
    if isinstance(value, list | tuple):
        if len(value) == 2 and not any(isinstance(part, list | tuple | Mapping) for part in value) and _is_pair(*value):
            return [(value[0], value[1])]
        return [stated for part in value for stated in windows(part, country) or ()]
    raise Unreadable("something else where windows belong")


def _is_pair(begin: object, end: object) -> bool:
    """Tell a pair of times from two windows in words."""
    return not any(isinstance(part, str) and ("-" in part or "\u2013" in part) for part in (begin, end))


def _of_table(words: Mapping[str, Any], country: str | None) -> list[Stated] | None:
    if value_of(words, "always") in _YES:
        return [WHOLE_DAY]
    if value_of(words, "closed") in _YES or value_of(words, "opened") in _NO:
        return []
    if pairs := list(_pairs({plain(key): value for key, value in words.items()}, country)):
        return pairs
    if any(is_key(key, "ranges") for key in words):
        return windows(value_of(words, "ranges"), country)
    if value_of(words, "opened") in _YES or not any(is_key(key, "open") or is_key(key, "closed") for key in words):
        raise Unreadable("days without times")
    return None if value_of(words, "open") is None and value_of(words, "closed") is None else []


def _pairs(words: Mapping[str, Any], country: str | None) -> Iterator[Stated]:
    """Yield open and close, and open1 and close1, open2 and close2; a pair without either is no window."""
    for number in _NUMBERED:
        begins = [words[k] for k in words if k.endswith(number) and is_key(k.removesuffix(number), "open")]
        ends = [words[k] for k in words if k.endswith(number) and is_key(k.removesuffix(number), "close")]
        begin, end = (next((x for x in found if _is_time(x)), None) for found in (begins, ends))
        if (begin is None) != (end is None):
            raise Unreadable("a time without its end")
        if isinstance(begin, str) and begin == end and not any(sign.isdigit() for sign in begin):
            yield from windows(begin, country) or ()  # "closed" where times belong
            continue
        # Google's convention of a closed day in schema.org's words; elsewhere nobody knows what it means.
        if begin is not None and not ("opens" in words and str(begin)[:5] == str(end)[:5] == "00:00"):
            yield begin, end


def _is_time(value: object) -> bool:
    return value not in (None, "") and not isinstance(value, bool)
