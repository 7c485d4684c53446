"""Looks kept as test cases: the answers, the declaration, and the records that must be read of them."""

import json
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.cli.composition import Workspace
from pipelines.cli.trial import Trial, landed_records
from pipelines.home import archive_root, scratch
from pipelines.recover import replay, run_id_of

_CASE, _LOOK, _EXPECTED = "case.toml", "look.warc.gz", "expected.jsonl"


class NoCase(ValueError):  # noqa: N818 - it is what was not found
    """There is no case where one was looked for."""


def save(shown: Trial, declaration: Path, case: Path) -> None:
    """Keep a look as a case in a folder of its own."""
    case.mkdir(parents=True)
    shutil.copyfile(shown.archive, case / _LOOK)
    shutil.copyfile(declaration, case / declaration.name)
    (case / _CASE).write_text(f'run = "{run_id_of(shown.archive.name)}"\n', encoding="utf-8")
    (case / _EXPECTED).write_text("".join(f"{line}\n" for line in _lines(shown.records)), encoding="utf-8")


def cases(folder: Path) -> list[Path]:
    """Return the cases in a folder, itself or below it; raises NoCase."""
    found = sorted(file.parent for file in folder.rglob(_CASE))
    if not found:
        raise NoCase(f"{folder} holds no case: `orderscope record SPIDER CASE` makes one")
    return found


def replayed(case: Path) -> tuple[int, list[str]]:
    """Read a case again with today's parsers; returns how many records, and a line each that is new (+) or lacks (-).

    Raises DeclarationError where its declaration is none any more.
    """
    expected = [json.loads(line) for line in (case / _EXPECTED).read_text(encoding="utf-8").splitlines() if line]
    read = _read(case)
    ours, theirs = Counter(_lines(read)), Counter(_lines(expected))
    lacks, new = (theirs - ours).elements(), (ours - theirs).elements()
    return len(read), sorted([*(f"- {line}" for line in lacks), *(f"+ {line}" for line in new)], key=lambda d: d[2:])


def _read(case: Path) -> list[dict[str, object]]:
    run_id = tomllib.loads((case / _CASE).read_text(encoding="utf-8"))["run"]
    retailer, source, _ = run_id.split(".")
    with TemporaryDirectory(prefix="orderscope-") as folder:
        home, warc_file = Path(folder), f"{retailer}/{source}/{run_id}.warc.gz"
        _put(case / f"{retailer}.toml", home / "retailers" / f"{retailer}.toml")
        _put(case / _LOOK, archive_root(home) / warc_file)
        workspace = Workspace(home)
        workspace.declared(retailer)
        return landed_records(scratch(home), replay(home, warc_file, workspace.reader_of))


def _put(file: Path, there: Path) -> None:
    there.parent.mkdir(parents=True)
    shutil.copyfile(file, there)


def _lines(records: list[dict[str, object]]) -> Iterator[str]:
    return (json.dumps(record, ensure_ascii=False, sort_keys=True) for record in records)
