"""The words are kept honest: every command has help and a place in the README, every table and column its meaning."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines import warehouse
from pipelines.ask import rows_of
from pipelines.build import build
from pipelines.cli import main
from pipelines.cli.composition import ROOTS
from pipelines.history import RECORDS
from pipelines.records import Capture, Invoice, Look, Reject
from spiders.platform import platform_names

README = (Path(__file__).parents[1] / "README.md").read_text()
COMMANDS = main.list_commands(None)


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> dict[str, dict[str, str | None]]:
    with warehouse.writing(tmp_path_factory.mktemp("home")) as con:
        build(con, ROOTS)
        rows = rows_of(
            con, "SELECT schema_name || '.' || table_name AS t, column_name AS c, comment FROM duckdb_columns()"
        )
        described = rows_of(con, "SELECT schema_name || '.' || table_name AS t, comment FROM duckdb_tables()")
        described += rows_of(con, "SELECT schema_name || '.' || view_name AS t, comment FROM duckdb_views()")
    known: dict[str, dict[str, str | None]] = {row["t"]: {"": row["comment"]} for row in described}
    for row in rows:
        known.setdefault(row["t"], {})[row["c"]] = row["comment"]
    return {t: c for t, c in known.items() if t.split(".")[0] in ("raw", "core", "mart", "result")}


def test_the_list_of_commands_waits_for_no_library_that_only_some_of_them_need():
    said = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "pipelines.cli", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    for library in ("duckdb", "pydantic", "scrapy", "pandas", "lxml", "matplotlib"):
        assert not re.search(rf"\| +{library}$", said.stderr, re.MULTILINE), library


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(command):
    told = CliRunner().invoke(main, [command, "--help"])
    assert told.exit_code == 0
    assert len(told.output.splitlines()) > 5
    assert re.search(rf"orderscope {command}\b|`{command}`|make {command}\b", README) or command in README


def test_every_table_and_column_is_described(tables):
    dumb = [f"{t}.{c}" for t, columns in tables.items() for c, comment in columns.items() if not comment]
    assert [name for name in dumb if not re.search(r"_(latest|held)\.", name)] == []


@pytest.mark.parametrize(
    ("record", "table"),
    [(Look, "look"), (Capture, "capture"), (Reject, "reject"), (Invoice, "invoice")]
    + [(record, f"{table}_state") for table, record in RECORDS.values()],
)
def test_tables_hold_every_field_of_their_record(tables, record, table):
    assert {f.name for f in fields(record)} <= set(tables[f"raw.{table}"])


@pytest.mark.parametrize("platform", platform_names())
def test_every_platform_stands_in_the_readme(platform):
    assert f"`{platform}`" in README


def test_every_relative_link_of_the_readme_leads_somewhere():
    for target in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (Path(__file__).parents[1] / target).exists(), target
