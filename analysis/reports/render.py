"""Render: one markdown file a retailer, its figures beside it; whole, or not at all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis import frames
from analysis.held import held
from analysis.reports import spelling
from analysis.reports.comparison import Comparison
from analysis.reports.evidence import Evidence, Note
from analysis.reports.findings import Findings
from analysis.reports.page.markup import page
from analysis.reports.pictures import Pictures
from pipelines.warehouse import Connection

LANGUAGE = "en"
TEMPLATES = Path(__file__).parent / "templates"
_FILTERS = ("escape", "code", "num", "at_least", "at_most", "percent", "day", "month", "moment", "duration")


class UnknownRetailer(LookupError):  # noqa: N818 - it is what it is
    """The warehouse holds no such retailer."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report that is ready and not yet written."""

    name: str
    """Of the markdown file."""
    files: Mapping[str, bytes]
    """The markdown, and the figures below the retailer's name, by path."""
    notes: list[Note]
    """The footnotes, in their order."""


def render(con: Connection, retailer: str, folder: Path, since: date | None = None) -> Path:
    """Write ``<folder>/<retailer>.md`` and its figures in ``<folder>/<retailer>/``; returns the markdown file.

    It is compared with the last report of less data that lies in ``folder``, not after the day ``since`` where one is
    given. Nothing is written before all of it is ready: after an error the last good report stands. Raises
    UnknownRetailer.
    """
    report = made(con, retailer, folder, since)
    place(folder, report.files)
    return folder / report.name


def made(con: Connection, retailer: str, folder: Path, since: date | None = None) -> Report:
    """Make a report as ``render`` writes it; the same data give the same bytes. Raises UnknownRetailer."""
    with held(con, retailer):
        return _made(Findings(con, retailer), folder / retailer / "history.json", since)


def _made(findings: Findings, history: Path, since: date | None) -> Report:
    retailer = findings.retailer
    if not findings.rows("retailer"):
        raise UnknownRetailer(f"no retailer {retailer!r} in the warehouse: `orderscope retailers` names those known")
    pictures, evidence = Pictures(findings), Evidence(findings)
    past = Comparison(findings, history, since)
    environment = _environment(findings, pictures, evidence)
    environment.globals |= {"compared_with": past.compared_with, "changes_since": past.changes, "since": since}
    text = environment.get_template("report.md.j2").render()
    name = f"{retailer}.md"
    markdown = re.sub(r"\n{3,}", "\n\n", text)
    title = str(findings.rows("retailer")[0]["name"])
    html = {f"{retailer}.html": page(title, LANGUAGE, markdown, pictures.files)}
    files = pictures.files | past.files(retailer) | html | {name: markdown.encode()}
    return Report(name=name, files=files, notes=evidence.notes())


def templates() -> Environment:
    """Return the environment of the markdown templates."""
    return Environment(  # noqa: S701 - it is markdown; `escape` is ours
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _environment(findings: Findings, pictures: Pictures, evidence: Evidence) -> Environment:
    environment = templates()
    environment.filters |= {name: getattr(spelling, name) for name in _FILTERS}
    environment.globals |= {
        "rows": findings.rows,
        "sql": lambda name: frames.text(f"report/{name}"),
        "cite": evidence.cite,
        "notes": evidence.notes,
        "picture": pictures.draw,
    }
    return environment


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files beside their places, then move each into its place, the report itself last."""
    parts = {folder / path: folder / f"{path}.part" for path in files}
    for (target, part), content in zip(parts.items(), files.values(), strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
    for target, part in parts.items():
        part.replace(target)
