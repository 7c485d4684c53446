"""Where things are in a home: the archive, the landing, the name of a run and of its file."""

from datetime import datetime
from pathlib import Path

from pipelines.records import Origin


def archive_root(home: Path) -> Path:
    """Where the WARC files lie."""
    return home / "data" / "archive"


def landing_root(home: Path) -> Path:
    """Where runs wait to be loaded."""
    return home / "data" / "landing"


def scratch(home: Path) -> Path:
    """Return a home within the home, where what was archived lands again before it takes its place."""
    return home / "data" / "scratch"


def warc_file(origin: Origin, run_id: str) -> str:
    """Path of a run's WARC file below the archive's root."""
    return f"{origin.retailer}/{origin.source}/{run_id}.warc.gz"


def run_id_at(origin: Origin, started_utc: datetime) -> str:
    """Return the run of a source that began at an instant."""
    return f"{origin.spider}.{started_utc:%Y%m%dT%H%M%SZ}"
