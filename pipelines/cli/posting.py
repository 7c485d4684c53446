"""Sees that the board of due times shows what is declared."""

from collections.abc import Iterator
from pathlib import Path

from pipelines.clock import now_utc
from pipelines.due import board
from spiders.files import declarations


def posted(home: Path) -> list[str]:
    """Make the board anew where a declaration changed; returns what is wrong with those that cannot be used."""
    fingerprint = board.fingerprint(declarations(home))
    known = board.problems(home, fingerprint)
    if known is not None:
        return known
    problems: list[str] = []
    board.post(home, fingerprint, list(_declared(home, problems)), problems)
    return problems


def due_spiders(home: Path) -> list[str]:
    """Return the sources that are due, overdue first."""
    posted(home)
    return [spider for spider, _ in board.due(home, now_utc())]


def _declared(home: Path, problems: list[str]) -> Iterator[board.Declared]:
    from pipelines.cli.budgets import host
    from pipelines.cli.composition import Workspace
    from pipelines.cli.timetables import asked
    from spiders.declaration import DeclarationError

    workspace = Workspace(home)
    for retailer, source in workspace.sources():
        try:
            now = asked(home, retailer, source)
        except DeclarationError as error:
            problems.append(str(error))
        else:
            yield board.Declared(asked=now, host=host(retailer, source), platform=source.platform)
    problems.extend(workspace.broken.values())
