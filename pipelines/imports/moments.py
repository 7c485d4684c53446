"""When something was recorded: as told, as a file's name holds it, as its content says, or the file's own time."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipelines.clock import to_utc

_STAMP = re.compile(
    r"(?<!\d)(20\d\d)([-._]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:[-._T@ ]?([01]\d|2[0-3])[-._:]?([0-5]\d)(?:[-._:]?([0-5]\d))?(?![-._:]?\d)|(?!\d|[-._T@ ]\d{4}))"
)
_DATE = re.compile(r"(?<!\d)20\d\d([-._]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")


class NoTime(ValueError):  # noqa: N818 - it is what is lacking
    """There is no time where one was promised; the message names the file and what to do."""


@dataclass(frozen=True, kw_only=True)
class SeenAt:
    """When files were recorded: one instant for all, a pattern of their names, or else what they say themselves."""

    instant: datetime | None = None
    pattern: str | None = None
    """As in ``strptime``, e.g. ``%Y%m%d-%H%M%S``; found anywhere in the file's name."""
    timezone: str = "UTC"

    @property
    def is_told(self) -> bool:
        """Tell whether whoever imports says it, whatever the files say."""
        return bool(self.instant or self.pattern)

    def of(self, file: Path) -> datetime:
        """Return when ``file`` was recorded, UTC; raises NoTime."""
        if self.instant:
            return to_utc(self.instant, self.timezone)
        if self.pattern:
            return to_utc(_by_pattern(file.name, self.pattern), self.timezone)
        if stamp := in_name(file.name):
            return to_utc(stamp, self.timezone)
        return datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(tzinfo=None, microsecond=0)

    def read(self, told: object) -> datetime:
        """Return a moment that a record tells: ISO 8601, or seconds or milliseconds since 1970; raises NoTime."""
        text = str(told).strip()
        try:
            if _EPOCH.fullmatch(text):
                seconds = float(text) / (1000 if len(text.partition(".")[0]) == 13 else 1)
                return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None, microsecond=0)
            return to_utc(datetime.fromisoformat(text.removesuffix(" UTC")), self.timezone).replace(microsecond=0)
        except (ValueError, OverflowError, OSError):
            raise NoTime(f"{text!r} is no moment") from None


def in_name(name: str) -> datetime | None:
    """Return the one date, with its time if it has one, that a file's name holds; None for none or several.

    >>> in_name("stores_2022.02.04@12.14.59.json"), in_name("20250301.csv.gz"), in_name("v2.csv")
    (datetime.datetime(2022, 2, 4, 12, 14, 59), datetime.datetime(2025, 3, 1, 0, 0), None)
    """
    found = _STAMP.search(name)
    if not found or len(_DATE.findall(name)) != 1:
        return None
    year, _, *rest = found.groups()
    try:
        return datetime(int(year), *(int(part or 0) for part in rest))  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None


def _by_pattern(name: str, pattern: str) -> datetime:
    digits = re.sub(r"%(.)", lambda word: r"\d{4}" if word[1] == "Y" else r"\d{2}", pattern.replace(".", r"\."))
    found = re.search(digits, name)
    try:
        return datetime.strptime(found[0] if found else "", pattern)  # noqa: DTZ007 - the zone is given beside it
    except ValueError:
        raise NoTime(f"{name} holds no time like {pattern}: give --seen-at, or another --seen-at-pattern") from None
