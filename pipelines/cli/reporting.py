"""The report step: one markdown file a retailer, from the published warehouse."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pipelines.cli.composition import Workspace
from pipelines.warehouse import reading


def report_step(home: Path, names: tuple[str, ...], since: date | None = None) -> Iterator[Path]:
    """Write the reports of the retailers named, or of all that were looked at; yields the files.

    ``since``: they are compared with the last ones up to that day, otherwise with the last ones of less data.

    Raises DeclarationError for a name that is not declared, before anything is written.
    """
    from analysis.reports.index import write_index
    from analysis.reports.render import render

    retailers = {retailer.slug for retailer, _ in Workspace(home).sources(names)}
    with reading(home) as con:
        looked_at = [row[0] for row in con.execute("SELECT DISTINCT retailer FROM raw.run ORDER BY 1").fetchall()]
        for retailer in looked_at:
            if retailer in retailers:
                yield render(con, retailer, home / "reports", since)
    if (home / "reports").exists():
        yield write_index(home / "reports")
