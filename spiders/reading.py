"""Reads any page of a source: refusals first, then the platform, and every failure as an outcome.

One bad page never ends a run: whatever a platform raises is the outcome ``changed`` with the error's text.
"""

from dataclasses import replace

from pipelines.records import Page, Reader, Reading, Row
from spiders.errors import ReadingError
from spiders.platform import Platform
from spiders.refusal import refusal
from spiders.rows import KEYS_OF_KIND, RowWords, is_record
from spiders.slots.wall_clock import settled
from spiders.zone import about, told_at


def platform_reader(of: Platform) -> Reader:
    """Return the pure function that reads pages of a source; ``of`` is its platform."""

    def read(page: Page) -> Reading:
        return refusal(page) or _checked(of, _read(of, page))

    return read


def _read(of: Platform, page: Page) -> Reading:
    try:
        return _settled(of, _in_place(of, page, of.read(page)))
    except ReadingError as error:
        return Reading(outcome=error.outcome, reason=str(error))
    except Exception as error:  # noqa: BLE001 - a page is made by others; nothing in it may end the run
        return Reading(outcome="changed", reason=f"{type(error).__name__}: {error}")


def _in_place(of: Platform, page: Page, reading: Reading) -> Reading:
    """Refuse what holds in another zone, or at another location, than was asked about."""
    options, asked = of.options, page.context.get("location_ref")
    if zone := getattr(options, "zone", None):
        reading = zone.applied(page, reading)
    if not (isinstance(options, RowWords) and options.echo and asked):
        return reading
    return about(asked, options.place(told_at(options.echo, page)), reading)


def _checked(of: Platform, reading: Reading) -> Reading:
    """Refuse rows that lack what makes them records."""
    kind = of.source.kind
    if reading.rows and not any(is_record(row, kind) for row in reading.rows):
        reason = f"none of the {len(reading.rows)} items has its {' or '.join(KEYS_OF_KIND[kind])}"
        return replace(reading, outcome="changed", rows=(), reason=reason)
    return reading


def _settled(of: Platform, reading: Reading) -> Reading:
    """Give the times of slots their offsets, as far as the source tells which hour is meant when clocks change."""
    return replace(reading, rows=settled(reading.rows, of.retailer.timezone)) if of.source.kind == "slots" else reading


def found(rows: list[Row], announced: int | None = None) -> Reading:
    """Return the reading of a page that could be read: ``ok``, or ``empty`` where it lists nothing."""
    if rows:
        return Reading(outcome="ok", rows=rows, announced=announced)
    reason = f"announces {announced} records and lists none" if announced else "lists nothing"
    return Reading(outcome="empty", reason=reason, announced=announced)
