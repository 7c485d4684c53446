"""Captures: archived answers, found by the beginning of their SHA-256."""

from pathlib import Path
from typing import Any

from pipelines.archive import read_record
from pipelines.ask import rows_of
from pipelines.home import archive_root
from pipelines.named_sql import execute
from pipelines.records import Capture, Page
from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "ask"
_SHORTEST = 6


class NoCapture(LookupError):  # noqa: N818 - it is what there is not
    """No archived answer has this identifier, or several have; the message says which."""


def captures(con: Connection) -> list[dict[str, Any]]:
    """Return every archived answer that the warehouse knows: warc_file, warc_offset, capture_id, url, seen_at_utc."""
    return rows_of(con, (SQL / "captures.sql").read_text(encoding="utf-8"))


def capture(con: Connection, home: Path, beginning: str) -> tuple[Page, Capture]:
    """Return the answer whose identifier begins so, as it was first archived; raises NoCapture or NotWhole."""
    if len(beginning) < _SHORTEST:
        raise NoCapture(f"{beginning} is too short: give {_SHORTEST} signs of the SHA-256 at least")
    found = execute(con, SQL / "capture.sql", {"beginning": beginning.lower()}).fetchall()
    if not found:
        raise NoCapture(f"no archived answer's SHA-256 begins with {beginning}")
    if len({capture_id for capture_id, _, _ in found}) > 1:
        raise NoCapture(f"several begin with {beginning}: {', '.join(sorted({row[0][:16] for row in found})[:5])} ...")
    _, warc_file, warc_offset = found[0]
    return read_record(archive_root(home), warc_file, warc_offset)
