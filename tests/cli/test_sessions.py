"""Open SQL sessions never block a run, and a run never blocks them."""

import subprocess
import sys

import pytest
from commands import Orderscope
from sandboxed import point_at

from sandbox.control import trading

SESSION = """
import sys
import duckdb

con = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "read")
count = lambda: con.execute("SELECT count(*) FROM raw.run").fetchone()[0]
print(count(), flush=True)
sys.stdin.readline()
print(count(), flush=True)
"""


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_run_succeeds_beside_an_open_session_and_a_new_one_sees_the_new_data(tmp_path, mode):
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(tmp_path, shop)
        Orderscope(tmp_path, now="2025-01-07T09:00")("collect", "sandbox.locations")
        Orderscope(tmp_path, now="2025-01-07T09:00")("load")
        file = tmp_path / "warehouse.duckdb"
        command = [sys.executable, "-c", SESSION, str(file), mode]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as session:
            assert session.stdout.readline() == "1\n"
            Orderscope(tmp_path, now="2025-01-08T09:00")("run", "sandbox.locations")
            assert Orderscope(tmp_path).rows("sql", "SELECT count(*) AS n FROM raw.run") == [{"n": 2}]
            session.stdin.write("\n")
            session.stdin.flush()
            assert session.stdout.readline() == "1\n"
