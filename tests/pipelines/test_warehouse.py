"""Who may open what, and what is said to those who cannot."""

import subprocess
import sys

import pytest
from watching import ANALYSIS_SQL

from pipelines import warehouse
from pipelines.build import SQL, NewerWarehouse, SchemaChanged, build
from pipelines.cli.steps import load_step
from pipelines.version import PROGRAM_VERSION

SESSION = "import sys, duckdb; con = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"


def test_a_session_that_writes_into_the_newest_copy_is_named_in_a_sentence(watch):
    watch.load()
    warehouse.publish(watch.home)
    command = [sys.executable, "-c", SESSION, str(watch.home / "warehouse.duckdb")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as session:
        session.stdout.readline()
        with pytest.raises(warehouse.WarehouseBusy, match="cannot be read"), warehouse.reading(watch.home):
            pass
        session.stdin.close()


def build_again(watch):
    with warehouse.writing(watch.home) as con:
        build(con, (SQL, ANALYSIS_SQL))


def test_an_older_program_refuses_a_newer_warehouse_in_a_sentence(watch):
    build_again(watch)
    with warehouse.writing(watch.home) as con:
        con.execute("UPDATE raw.version SET program = '99.1'")
    with pytest.raises(NewerWarehouse, match=r"^orderscope 99\.1 wrote this warehouse .* install 99\.1 or later"):
        build_again(watch)


def test_the_version_that_wrote_is_recorded(watch):
    build_again(watch)
    with warehouse.writing(watch.home) as con:
        con.execute("UPDATE raw.version SET program = '0.0.1', built = 'then'")
    build_again(watch)
    assert watch.ask("SELECT program FROM raw.version") == [(PROGRAM_VERSION,)]


def test_a_warehouse_of_before_versions_were_recorded_is_older(watch):
    build_again(watch)
    with warehouse.writing(watch.home) as con:
        con.execute("ALTER TABLE raw.version DROP COLUMN program")
        con.execute("UPDATE raw.version SET fingerprint = 'other'")
    with pytest.raises(SchemaChanged):
        build_again(watch)


def test_other_tables_are_rebuilt_and_the_old_warehouse_is_kept(tmp_path):
    list(load_step(tmp_path))
    with warehouse.writing(tmp_path) as con:
        con.execute("UPDATE raw.version SET fingerprint = 'another version'")
        con.execute("CREATE TABLE raw.of_then AS SELECT 1")
    list(load_step(tmp_path))
    kept = warehouse.primary(tmp_path).with_name("before-rebuild.duckdb")
    tables = "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'of_then'"
    with warehouse.writing(tmp_path) as con:
        assert con.execute(tables).fetchone() == (0,)
    warehouse.primary(tmp_path).unlink()
    kept.rename(warehouse.primary(tmp_path))
    with warehouse.writing(tmp_path) as con:
        assert con.execute(tables).fetchone() == (1,)
