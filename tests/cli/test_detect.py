"""detect and new as a person uses them."""

import json

import pytest
from commands import Orderscope

from sandbox.control import trading


@pytest.fixture(scope="module")
def shop():
    with trading(weeks=12, seed=7, port=0) as shop:
        yield shop.base_url


def test_detect_shows_platform_key_count_and_the_first_places(tmp_path, shop):
    said = Orderscope(tmp_path)("detect", f"{shop}/locators/stockist/")
    assert "platform   stockist" in said
    assert 'key = "u4084"' in said
    assert sum(line.lstrip().startswith("1") for line in said.splitlines()) == 4  # all that the shop begins with
    assert not any(tmp_path.iterdir())


def test_detect_as_json_is_one_object(tmp_path, shop):
    told = json.loads(Orderscope(tmp_path)("detect", f"{shop}/locators/yext/", "--json"))
    assert (told["platform"], told["count"], len(told["preview"])) == ("yext", 4, 4)
    assert told["evidence"][0].startswith(f"{shop}/locators/yext/")


def test_nothing_found_is_said_and_is_a_failure(tmp_path):
    done = Orderscope(tmp_path).run("detect", "http://127.0.0.1:9/")
    assert (done.returncode, "the connection was refused" in done.stdout) == (1, True)


def test_new_writes_a_declaration_that_collects_and_never_overwrites(tmp_path, shop):
    orderscope = Orderscope(tmp_path)
    assert "orderscope collect kade" in orderscope("new", "kade", f"{shop}/locators/stockist/")
    orderscope("collect", "kade")
    assert [run["verdict"] for run in orderscope.rows("load")] == ["complete"]
    assert "is declared already" in orderscope.refused("new", "kade", f"{shop}/locators/yext/")
