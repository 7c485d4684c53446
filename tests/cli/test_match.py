"""Matching as a person does it: propose, decide in the file, compare."""

import csv
import json

import pytest
from commands import Orderscope

DECLARATION = """
name = "Shop"
country = "NL"
timezone = "Europe/Amsterdam"
url = "http://shop.example"
currency = "EUR"
decimal = ","

[[sources]]
kind = "prices"
platform = "json_api"
expect = { min = 1 }
[sources.options]
url = "/a"
items = "goods"
fields = { offer_key = "id", name = "name", brand = "brand", price = "price" }

[[sources]]
kind = "prices"
name = "rival"
seller = "rival"
platform = "json_api"
expect = { min = 1 }
options = { url = "/b", items = "goods", fields = { offer_key = "id", name = "name", price = "price" } }

[[baskets]]
name = "breakfast"
items = [{ sku = "a1" }]
"""
OWN = [{"id": "a1", "name": "Kade melk 1 l", "brand": "Kade", "price": "1,00"}]
OTHER = [{"id": "b1", "name": "MELK KADE 1L", "price": "1,50"}, {"id": "b2", "name": "RIJSTKOKER", "price": "30,00"}]


@pytest.fixture
def orderscope(tmp_path):
    (tmp_path / "retailers").mkdir()
    (tmp_path / "retailers" / "shop.toml").write_text(DECLARATION)
    orderscope = Orderscope(tmp_path)
    for source, goods in (("prices", OWN), ("rival", OTHER)):
        file = tmp_path / f"{source}.json"
        file.write_text(json.dumps({"goods": goods}))
        orderscope("import", "shop", source, file, "--seen-at", "2025-01-06T08:00")
    return orderscope


def test_a_yes_in_the_file_is_followed_and_kept(orderscope):
    def index():
        return orderscope.rows("sql", "SELECT basket, round(index) AS index FROM mart.price_index_day ORDER BY basket")

    (proposal,) = orderscope.rows("match", "shop")
    assert (proposal["own_offer_key"], proposal["offer_key"]) == ("a1", "b1")
    assert index() == []
    file = orderscope.home / "matches.csv"
    file.write_text(file.read_text().rstrip("\n") + "yes\n")
    orderscope("build")
    assert index() == [{"basket": "all matched products", "index": 150.0}, {"basket": "breakfast", "index": 150.0}]
    assert orderscope.rows("match", "shop") == []
    assert [row["decision"] for row in csv.DictReader(file.read_text().splitlines())] == ["yes"]


def test_a_word_that_is_no_decision_is_refused_in_a_sentence(orderscope):
    orderscope("match", "shop")
    file = orderscope.home / "matches.csv"
    file.write_text(file.read_text().rstrip("\n") + "perhaps\n")
    assert "write yes, no or nothing" in orderscope.refused("build")


def test_a_basket_with_a_wrong_gtin_is_refused(orderscope):
    file = orderscope.home / "retailers" / "shop.toml"
    file.write_text(file.read_text().replace('sku = "a1"', 'gtin = "9524700001018"'))
    assert "its check digit is wrong" in orderscope.refused("match", "shop")
