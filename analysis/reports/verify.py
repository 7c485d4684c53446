"""Verify: every number of a report again from the warehouse, and every answer behind it again from the archive."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any

from analysis.reports.evidence import Note
from analysis.reports.render import made
from pipelines.archive import NotWhole, read_record
from pipelines.warehouse import Connection

_LONGEST = 100


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A figure of a report that does not hold."""

    figure: str
    """Its section, and its row or sentence."""
    report: str
    """What the report says."""
    found: str
    """What the warehouse says now, or what is wrong with the archived answer."""


def verify(con: Connection, archive: Path, report: Path) -> Iterator[Fault]:
    """Yield each figure of a report that does not hold; none means that all do.

    The report is made again from the warehouse and compared line by line, its tables of data too; then each archived
    answer that it cites is read and hashed. Raises UnknownRetailer.
    """
    fresh = made(con, report.stem, report.parent, _since(report))
    for name, content in fresh.files.items():
        if Path(name).suffix in (".md", ".csv"):
            yield from _compared(report.parent / name, content.decode())
    yield from _cited(archive, fresh.notes, fresh.files[fresh.name].decode().splitlines())


def _since(report: Path) -> date | None:
    """Return the day that the report was asked to be compared with; it stands in its front matter."""
    found = re.search(r"^since: (\d{4}-\d\d-\d\d)$", report.read_text(encoding="utf-8"), re.MULTILINE)
    return date.fromisoformat(found[1]) if found else None


def _compared(file: Path, now: str) -> Iterator[Fault]:
    if not file.exists():
        yield Fault(figure=file.name, report="the file is not there", found="it belongs to the report")
        return
    said, found = file.read_text(encoding="utf-8").splitlines(), now.splitlines()
    for kind, *span in SequenceMatcher(None, said, found, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _differing(file, said, found, *span)


def _differing(file: Path, said: Sequence[str], found: Sequence[str], *span: int) -> Iterator[Fault]:
    first, last, first_found, last_found = span
    pairs = zip_longest(said[first:last], found[first_found:last_found], fillvalue="")
    for line, (one, other) in enumerate(pairs, start=first):
        if one.strip() or other.strip():
            figure = _figure(said, line, one or other) if file.suffix == ".md" else f"{file.name}, line {line + 1}"
            yield Fault(figure=figure, report=_short(one) or "nothing", found=_short(other) or "nothing")


def _cited(archive: Path, notes: Iterable[Note], lines: Sequence[str]) -> Iterator[Fault]:
    checked: dict[tuple[object, object], str | None] = {}
    for note in notes:
        for capture in note.captures:
            place = (capture["warc_file"], capture["warc_offset"])
            if place not in checked:
                checked[place] = fault_of(archive, capture)
            if reason := checked[place]:
                for figure in _citing(note.label, lines):
                    yield Fault(figure=figure, report=f"[^{note.label}] {capture['url']}", found=reason)


def fault_of(archive: Path, capture: Mapping[Any, Any]) -> str | None:
    """Return what is wrong with an archived answer (warc_file, warc_offset, capture_id), or None."""
    try:
        _, kept = read_record(archive, str(capture["warc_file"]), int(capture["warc_offset"]))
    except NotWhole as error:
        return str(error)
    if kept.capture_id != capture["capture_id"]:
        return f"{capture['warc_file']} at {capture['warc_offset']} holds another answer: {kept.capture_id}"
    return None


def _citing(label: str, lines: Sequence[str]) -> list[str]:
    mark = f"[^{label}]"
    return [_figure(lines, at, line) for at, line in enumerate(lines) if mark in line and f"{mark}:" not in line]


def _figure(lines: Sequence[str], at: int, line: str) -> str:
    """Name a figure by its section and by its row's first cell, or its sentence."""
    headings = (other.lstrip("# ") for other in reversed(lines[:at]) if other.startswith("#"))
    cells = [cell.strip() for cell in line.split("|") if cell.strip()]
    return f"{next(headings, 'front matter')}: {_short(cells[0] if cells else line)}"


def _short(text: str) -> str:
    line = text.strip().strip("|").strip()
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
