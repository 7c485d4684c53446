"""Who may open what, and what is said to those who cannot."""

import subprocess
import sys

import pytest

from pipelines import warehouse

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
