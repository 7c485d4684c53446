import json

import pytest

from analysis.held import HEAVY, held
from analysis.reports.render import UnknownRetailer, render


def rows(con):
    return {name: con.execute(f"FROM {name} WHERE retailer = 'corner' ORDER BY ALL").fetchall() for name in HEAVY}


def databases(con):
    return con.execute("SELECT database_name FROM duckdb_databases() ORDER BY ALL").fetchall()


def test_what_is_held_says_what_the_views_say(corner):
    con, _ = corner
    of_views = rows(con)
    with held(con, "corner"):
        assert rows(con) == of_views
    assert any(of_views.values())


def test_each_heavy_view_is_computed_once(corner):
    con, _ = corner
    with held(con, "corner"):
        for name in HEAVY:
            ((_, plan),) = con.execute(f"EXPLAIN (FORMAT json) FROM {name}").fetchall()
            assert [step["name"] for step in json.loads(plan)] == ["SEQ_SCAN"]


def test_a_report_that_fails_leaves_the_connection_as_it_was(corner, tmp_path):
    con, _ = corner
    before = databases(con)
    with pytest.raises(UnknownRetailer):
        render(con, "nobody", tmp_path)
    assert databases(con) == before
    assert rows(con)
