"""The steps of a day, each whole in itself; commands put them together."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pipelines import warehouse
from pipelines.build import SchemaChanged, build
from pipelines.check import CheckResult, check
from pipelines.cli.composition import ROOTS, Workspace
from pipelines.cli.rounds import watched_places
from pipelines.cli.show import progress
from pipelines.due.learning import learn
from pipelines.due.take_over import take_over
from pipelines.load import Loaded, OutOfOrder, load
from pipelines.rebuild import rebuild
from pipelines.recover import recover
from spiders.declaration import DeclarationError


def load_step(home: Path) -> Iterator[Loaded]:
    """Land again what a killed process left and load all that landed; older runs, or other tables, mean a rebuild.

    A warehouse with the tables of another version is kept beside the one that takes its place.
    """
    workspace = Workspace(home)
    try:
        with warehouse.writing(home) as con:
            for _ in recover(home, workspace.reader_of):
                pass
            build(con, ROOTS)
            workspace.register(con)
            take_over(con, home)
            yield from load(con, home, workspace.ignored_by)
    except OutOfOrder:
        yield from rebuild_step(home)
    except SchemaChanged:
        Workspace(home).refuse_broken()
        warehouse.set_aside(home)
        yield from rebuild_step(home)


def build_step(home: Path) -> list[str]:
    """Make tables and views, write what is declared, learn where a look is worth most; returns the relations."""
    workspace = Workspace(home)
    with warehouse.writing(home) as con:
        names = build(con, ROOTS)
        workspace.register(con)
        for retailer, source in workspace.sources():
            with suppress(DeclarationError):  # what is wrong with it was said when it was to be looked at
                learn(con, home, f"{retailer.slug}.{source.slug}", watched_places(retailer, source), retailer.timezone)
    return names


def check_step(home: Path) -> list[CheckResult]:
    """Run the checks."""
    with warehouse.writing(home) as con:
        return check(con)


def rebuild_step(home: Path) -> Iterator[Loaded]:
    """Make the warehouse again from the archive, checked.

    Raises DeclarationError where a declaration is broken: its retailer would be left out.
    """
    workspace = Workspace(home)
    workspace.refuse_broken()
    yield from rebuild(home, ROOTS, workspace.register, workspace.reader_of, workspace.ignored_by)
    with warehouse.writing(home) as con:
        take_over(con, home)
        yield from load(con, home, workspace.ignored_by)  # what waited in landing is known by now, and goes
    check_step(home)


def estimate_step(home: Path) -> dict[str, int]:
    """Estimate every retailer; returns the rows written by table. The warehouse is free meanwhile."""
    from analysis.estimating import estimate_all, write
    from analysis.watched import watched

    with warehouse.writing(home) as con:
        build(con, ROOTS)
        retailers = list(watched(con))
    results = list(progress(estimate_all(retailers), "estimate", total=len(retailers)))
    with warehouse.writing(home) as con:
        return write(con, results)


def publish(home: Path) -> Path:
    """Let readers see what was written."""
    return warehouse.publish(home)
