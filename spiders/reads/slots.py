"""Slots in a recorded answer of a calendar; which family it is of, it tells itself."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pipelines.clock import now_utc
from pipelines.imports.recording import Unread, file_page
from pipelines.records import Page, Row
from pipelines.stages.judge import SLOT_STATUS
from spiders.reading import platform_reader
from spiders.slots.platform import SlotPlatform
from spiders.slots.recognising import slot_platform

_COLUMNS = ("location_ref", "start", "end", "status", "places", "capacity")


def read(file: Path, *, platform: str | None, url: str | None, timezone: str) -> Iterator[dict[str, object]]:
    """Yield a row for each slot that a file tells; its times have the offset of ``timezone``, in which local ones are.

    A file that is a refusal yields one row with the status ``blocked``. One that cannot be read, and a slot whose time
    or status is not known, is ``unknown``. Either has its reason. ``url`` is where the file came from. Raises
    DeclarationError for a platform that reads no slots.
    """
    try:
        page = file_page(file, now_utc())
    except Unread as error:
        yield _unread("unknown", str(error))
        return
    page = replace(page, url=url or page.url)
    of = slot_platform(page, platform, timezone)
    yield from _rows(replace(page, context=of.beside(_siblings(file, page))), of, timezone)


def _siblings(file: Path, page: Page) -> Iterator[Page]:
    """Yield the pages beside a file that are of its sort, as far as they can be read."""
    for other in sorted(file.parent.glob(f"*{file.suffix}")):
        with suppress(Unread):
            yield file_page(other, page.seen_at_utc)


def _rows(page: Page, of: SlotPlatform, timezone: str) -> Iterator[dict[str, object]]:
    reading = platform_reader(of)(page)
    if reading.outcome not in ("ok", "empty"):
        yield _unread("blocked" if reading.outcome == "blocked" else "unknown", reading.reason)
    for row in reading.rows:
        yield _printed(row, ZoneInfo(timezone))


def _unread(status: str, reason: str | None) -> dict[str, object]:
    return {**dict.fromkeys(_COLUMNS), "status": status, "reason": reason}


def _printed(row: Row, zone: ZoneInfo) -> dict[str, object]:
    told = {name: row.get(name) for name in _COLUMNS if name in row}
    times = {name: row.get(f"slot_{name}_utc") for name in ("start", "end")}
    reasons = []
    for name, said in times.items():
        try:
            moment = datetime.fromisoformat(str(said)) if said else None
        except ValueError:
            moment = None
            reasons.append(str(said))
        times[name] = _local(moment, zone)
    if row["status"] not in SLOT_STATUS:
        reasons.append(f"the source says {row['status']!r}")
    unknown = {"status": "unknown", "reason": "; ".join(reasons)} if reasons else {}
    service = {"service": row["service"]} if row.get("service") else {}
    return {**dict.fromkeys(_COLUMNS), **told, **times, **service, **unknown}


def _local(moment: datetime | None, zone: ZoneInfo) -> str | None:
    if moment is None:
        return None
    return (moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)).isoformat()
