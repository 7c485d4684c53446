"""A typing mistake in a retailer file takes nothing out of the warehouse."""

import shutil
from pathlib import Path

from commands import Orderscope

DECLARED = Path(__file__).parents[1] / "retailers" / "online_retail_gb.toml"


def test_all_that_a_declaration_lacks_is_said_at_once_that_of_its_platform_too(tmp_path):
    file = tmp_path / "retailers" / "shop.toml"
    file.parent.mkdir()
    file.write_text('name = "Shop"\n[[sources]]\nkind = "invoices"\nplatform = "mailbox"\n')
    said = Orderscope(tmp_path).refused("import", "shop", "invoices", file)
    assert "it lacks country, timezone, url and sources.0.expect" in said
    assert "it lacks sources.0.options.server, sources.0.options.user and sources.0.options.password" in said
    assert "Tuple" not in said


def test_what_was_declared_before_a_file_broke_stays_and_nothing_is_rebuilt_without_it(tmp_path):
    file = tmp_path / "retailers" / DECLARED.name
    file.parent.mkdir()
    shutil.copy(DECLARED, file)
    orderscope = Orderscope(tmp_path)
    orderscope("build")
    file.write_text(file.read_text() + "colour = 1\n")
    orderscope("build")
    known = "SELECT count(*) AS n FROM raw.source WHERE retailer = 'online_retail_gb'"
    assert orderscope.rows("sql", known) == [{"n": 1}]
    assert "is no declaration" in orderscope.refused("rebuild")
    assert orderscope.rows("sql", known) == [{"n": 1}]
