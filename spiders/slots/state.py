"""What a source tells of a slot's state, under whatever names: status, places left, capacity."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spiders.slots.vocabulary import ending_with, is_status, plain, status_of, values_of

_STATUS = frozenset({"status", "state", "availability"})
_NUMBER_OR_TIME = re.compile(r"\s*\d")


@dataclass(frozen=True, kw_only=True)
class State:
    """Status in our words (the source's own where it is unknown to us), places left and in all; None is not told."""

    status: str | None = None
    places: int | None = None
    capacity: int | None = None


def state_in(told: Mapping[str, object]) -> State | None:
    """Return the state that a record tells; None where it tells nothing of it.

    >>> state_in({"totalAppointments": 5, "bookedAppointments": 5, "availableAppointments": 0})
    State(status='full', places=0, capacity=5)
    >>> state_in({"available": True}), state_in({"id": 7})
    (State(status='free', places=None, capacity=None), None)
    """
    places, capacity, taken = (_number(field, told) for field in ("places", "capacity", "taken"))
    if places is None and capacity is not None and taken is not None:
        places = capacity - taken
    status = _resolved(_said(told), places, capacity)
    if status is None and capacity is None:
        return None
    return State(status=status, places=places, capacity=capacity)


def _said(told: Mapping[str, object]) -> object:
    """Return the first word or flag about the status, one that says why before one that only says no."""
    if any(value is True for value in values_of("past_cutoff", told)):
        return "past_cutoff"
    reasons = [value for value in values_of("reason", told) if isinstance(value, str)]
    if (why := next(filter(is_status, reasons), None)) and status_of(why) != "free":
        return why
    said = list(values_of("status", told))
    words = [value for value in said if isinstance(value, str) and not _NUMBER_OR_TIME.match(value)]
    if not words:  # another's status is no word for a slot's
        words = [word for word in ending_with(_STATUS, told) if isinstance(word, str) and is_status(word)]
    flags = [value for value in said if isinstance(value, bool)]
    taken = [value for value in values_of("not_status", told) if value is True]
    verdict = next(iter([*words, *(not value for value in taken), *flags]), None)
    return reasons[0] if verdict is False and reasons else verdict  # a reason that is not known may be any


def _resolved(said: object, places: int | None, capacity: int | None) -> str | None:
    status = status_of(said)
    if status is None:
        return None if places is None else "not_offered" if capacity == 0 else status_of(places)
    if status == "free" and places == 0:
        return "full"
    if said is False and places:
        return "not_offered"  # there are places, and one cannot choose them
    return status


def _number(field: str, told: Mapping[str, object]) -> int | None:
    return next((number for value in values_of(field, told) if (number := _number_of(value)) is not None), None)


def _number_of(value: object) -> int | None:
    """Return a whole number; a flag and a text with other words in it are none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value) if abs(value) < 1e9 and int(value) == value else None
    text = plain(value) if isinstance(value, str) else ""
    return int(text) if text.isdecimal() and len(text) < 10 else None
