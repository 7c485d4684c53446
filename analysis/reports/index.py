"""The index: every report that lies in the folder, with its headline; as markdown and as a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.reports.page.markup import page
from analysis.reports.render import LANGUAGE, place, templates

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_SENTENCE = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE)
_UNTIL = re.compile(r"^data_until_utc: (.+)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A report as the index shows it; its texts are markdown already."""

    name: str
    title: str
    sentence: str
    data_until: str


def write_index(folder: Path) -> Path:
    """Write ``index.md`` and ``index.html`` over the reports in ``folder``; returns the markdown file."""
    reports = list(_reports(folder))
    template = templates().get_template("index.md.j2")  # what it is made of is escaped in the reports
    markdown, linked = (template.render(reports=reports, ending=ending) for ending in ("md", "html"))
    place(folder, {"index.html": page("Retailers", LANGUAGE, linked, {}), "index.md": markdown.encode()})
    return folder / "index.md"


def _reports(folder: Path) -> Iterator[Listed]:
    for file in sorted(folder.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        title, sentence, until = (pattern.search(text) for pattern in (_TITLE, _SENTENCE, _UNTIL))
        if title and until and file.stem != "index":
            said = sentence[1] if sentence else ""
            yield Listed(name=file.stem, title=title[1], sentence=said, data_until=until[1])
