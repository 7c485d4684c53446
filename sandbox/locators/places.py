"""The shop's pick-up points as a rented locator has them: in its own words, with a week of opening hours."""

from dataclasses import dataclass

from sandbox.kinds import WEEKDAYS
from sandbox.present import Entry

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTRIES = "NL", "DE", "FR", "BE"


@dataclass(frozen=True)
class Day:
    """One weekday of a place; without opening time it is closed."""

    number: int
    """Monday is 1."""
    name: str
    opens: str | None
    closes: str | None

    @property
    def short(self) -> str:
        """``mon``."""
        return self.name[:3].lower()


@dataclass(frozen=True)
class Place:
    """A pick-up point."""

    ref: str
    number: int
    """The same reference for platforms whose identifiers are numbers."""
    name: str
    street: str
    postcode: str
    city: str
    country: str
    lat: float
    lon: float
    week: tuple[Day, ...]

    @property
    def open(self) -> tuple[Day, ...]:
        """The days on which it is open."""
        return tuple(day for day in self.week if day.opens)


def place_of(entry: Entry) -> Place:
    """Return an entry of the shop's own locator as a place."""
    address, pickup = entry["address"], entry["pickup"]
    assert isinstance(address, dict)
    assert isinstance(pickup, list)
    country, _, number = str(entry["id"]).partition("-")
    hours = {window["weekday"]: (window["from"], window["to"]) for window in pickup}
    return Place(
        ref=str(entry["id"]),
        number=1000 * (1 + _COUNTRIES.index(country)) + int(number),
        name=str(entry["name"]),
        lat=float(str(entry["lat"])),
        lon=float(str(entry["lon"])),
        week=tuple(Day(n + 1, name, *hours.get(WEEKDAYS[n], (None, None))) for n, name in enumerate(_NAMES)),
        **address,
    )
