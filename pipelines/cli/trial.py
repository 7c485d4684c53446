"""A look on trial: into a home of its own that is gone afterwards, with the sessions and mails of the real one."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipelines import warehouse
from pipelines.build import build
from pipelines.cli.composition import ROOTS, Workspace
from pipelines.home import archive_root, landing_root
from pipelines.load import load
from pipelines.records import Run
from pipelines.recover import warc_files
from pipelines.staging import TABLE_OF
from spiders.declaration import DeclarationError, Retailer, Source

_LENT = ("inbox", "data/sessions")
_PAPERS = {"seen_at_utc", "capture_id"}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What a look showed, and what would have become of it."""

    archive: Path
    """The WARC file; it is gone when the trial is over."""
    records: list[dict[str, Any]]
    repairs: dict[str, int]
    set_aside: list[dict[str, Any]]
    verdict: str
    reasons: list[str] = field(default_factory=list)


def one_source(home: Path, spider: str) -> tuple[Retailer, Source]:
    """Return the source that a name means; raises DeclarationError where it is none, or several."""
    found = Workspace(home).sources((spider,))
    if len(found) > 1:
        names = ", ".join(f"{retailer.slug}.{source.slug}" for retailer, source in found)
        raise DeclarationError(f"{spider} has several sources, name one: {names}")
    return found[0]


@contextmanager
def trial(home: Path, retailer: Retailer, source: Source) -> Iterator[Trial]:
    """Look at a source once and judge it as if it were the first look; nothing of it is kept."""
    from spiders.collect import collect_once

    with TemporaryDirectory(prefix="orderscope-") as folder:
        away = Path(folder)
        for lent in _LENT:
            if (home / lent).exists():
                (away / lent).parent.mkdir(parents=True, exist_ok=True)
                (away / lent).symlink_to(home / lent)
        run, _ = collect_once(away, retailer, source)
        landed = landing_root(away) / run.run_id
        rows = landed_records(away, run)
        repairs = {row["name"]: row["count"] for row in _lines(landed, "run_count")}
        set_aside = [{"reason": row["reason"], "payload": row["payload"]} for row in _lines(landed, "reject")]
        with warehouse.writing(away) as con:
            build(con, ROOTS)
            (loaded,) = load(con, away, lambda *_: source.ignore)
        yield Trial(
            archive=archive_root(away) / warc_files(away)[0],
            records=rows,
            repairs=repairs,
            set_aside=set_aside,
            verdict=loaded.verdict,
            reasons=loaded.reasons,
        )


def landed_records(home: Path, run: Run) -> list[dict[str, Any]]:
    """Return what a run landed, without what differs from look to look: when it was, and in which capture."""
    landed = _lines(landing_root(home) / run.run_id, TABLE_OF[run.kind])
    return [{name: value for name, value in row.items() if name not in _PAPERS and value is not None} for row in landed]


def _lines(folder: Path, table: str) -> list[dict[str, Any]]:
    file = folder / f"{table}.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []
