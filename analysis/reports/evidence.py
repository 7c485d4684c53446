"""The way back: footnotes that lead from a figure of the report to the archived answers it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from analysis.reports.findings import Findings, Row

_SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class Note:
    """A footnote: answers of one run."""

    label: str
    run_id: str
    captures: list[Row]
    """url, seen_at_utc, warc_file, warc_offset, record, capture_id."""

    @property
    def shown(self) -> list[Row]:
        """The first few, which are printed."""
        return self.captures[:_SHOWN]

    @property
    def more(self) -> int:
        """How many more there are in the same run."""
        return len(self.captures) - len(self.shown)


class Evidence:
    """Numbers the footnotes in the order in which they are first cited; the same answers are the same footnote."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._notes: dict[tuple[object, ...], Note] = {}

    def cite(self, name: str, **key: object) -> str:
        """Return the footnote marks for the rows of the query ``evidence_<name>`` that have these values."""
        rows = self._findings.rows(f"evidence_{name}")
        found = [row for row in rows if all(row[column] == value for column, value in key.items())]
        return " ".join(f"[^{note.label}]" for note in self._of_runs(found))

    def notes(self) -> list[Note]:
        """Return all footnotes cited so far."""
        return list(self._notes.values())

    def _of_runs(self, rows: list[Row]) -> Iterator[Note]:
        for run_id, group in groupby(rows, key=lambda row: str(row["run_id"])):
            captures = list(group)
            answers = (run_id, *((row["warc_offset"], row["capture_id"]) for row in captures))
            if answers not in self._notes:
                label = f"e{len(self._notes) + 1}"
                self._notes[answers] = Note(label=label, run_id=run_id, captures=captures)
            yield self._notes[answers]
