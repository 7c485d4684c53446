"""What is proposed is scored and left to a person; what a person decided is followed, and nothing else."""

from datetime import timedelta

import pandas as pd
import pytest

from analysis.estimators.product_match import proposals
from analysis.matching import proposed_matches
from pipelines.matches import BadMatches, decisions, propose
from pipelines.staging import insert
from tests.analysis.reports.shop import START, Shop

DAY = timedelta(days=1)
OWN = [
    ("a", "Kade Halfvolle melk", "Kade", "l", 1.0),
    ("b", "Kade Volle melk", "Kade", "l", 1.0),
    ("c", "Verde Halfvolle melk", "Verde", "l", 1.0),
    ("d", "Verde Rijstkoker", "Verde", "piece", 1.0),
]
OTHER = [("x", "HALFVOLLE MELK KADE 1L", None, "l", 1.0), ("y", "Halfvolle melk Kade 2 l", None, "l", 2.0)]


def offers() -> pd.DataFrame:
    rows = [("shop", seller, *offer) for seller, side in (("shop", OWN), ("rival", OTHER)) for offer in side]
    frame = pd.DataFrame(rows, columns=["retailer", "seller", "offer_key", "name", "brand", "unit", "amount"])
    return frame.assign(size=None, product=frame["seller"] + frame["offer_key"])


def test_the_same_name_brand_and_size_score_highest():
    best = proposals(offers()).iloc[0]
    assert (best["own_offer_key"], best["offer_key"]) == ("a", "x")
    assert best["score"] > 0.95


def test_another_size_scores_lower_and_another_thing_is_not_proposed():
    found = proposals(offers()).set_index(["own_offer_key", "offer_key"])["score"]
    assert found["a", "y"] < found["a", "x"]
    assert "d" not in found.index.get_level_values(0)


def test_what_is_the_same_product_already_is_not_proposed():
    known = offers().replace({"product": {"rivalx": "shopa"}})
    assert ("a", "x") not in set(zip(*[proposals(known)[name] for name in ("own_offer_key", "offer_key")], strict=True))


def test_decisions_stay_when_proposals_are_added(tmp_path):
    rows = proposals(offers()).to_dict("records")
    assert propose(tmp_path, rows) == len(rows)
    file = tmp_path / "matches.csv"
    lines = file.read_text().splitlines()
    file.write_text("\n".join([lines[0], lines[1] + "Yes", *lines[2:]]) + "\n")
    assert propose(tmp_path, rows) == 0
    (decided,) = decisions(tmp_path)
    assert (decided["own_offer_key"], decided["offer_key"], decided["is_same"]) == ("a", "x", True)


def test_another_word_than_yes_or_no_is_refused(tmp_path):
    propose(tmp_path, proposals(offers()).head(1).to_dict("records"))
    file = tmp_path / "matches.csv"
    file.write_text(file.read_text().rstrip("\n") + "perhaps\n")
    with pytest.raises(BadMatches, match="line 2"):
        decisions(tmp_path)


@pytest.fixture
def watched(shop: Shop) -> Shop:
    for source, seller in (("prices", None), ("rival", "rival")):
        shop.declare("prices", DAY, source=source, seller=seller)
    shop.look("prices", START, [{"offer_key": "a", "name": "Kade melk 1 l", "brand": "Kade", "price": "1.00"}])
    shop.look("prices", START, [{"offer_key": "x", "name": "MELK KADE 2 L", "price": "3.00"}], source="rival")
    return shop


def test_a_proposal_merges_nothing_and_a_yes_compares_by_unit_price(watched: Shop):
    def index() -> list[tuple]:
        return watched.con.execute("SELECT round(index), matched_products FROM mart.price_index_day").fetchall()

    (proposal,) = proposed_matches(watched.con, watched.slug).to_dict("records")
    assert index() == []
    pair = {name: proposal[name] for name in ("retailer", "own_offer_key", "seller", "offer_key")}
    insert(watched.con, "raw.product_match", [{**pair, "is_same": True}])
    assert index() == [(150, 1)]


def test_a_no_parts_what_one_gtin_joins(shop: Shop):
    gtin = "9524700001019"
    for source, key in ((None, "a"), ("rival", "x")):
        shop.declare("prices", DAY, source=source, seller=source)
        shop.look("prices", START, [{"offer_key": key, "gtin": gtin, "price": "1.00"}], source=source)
    count = "SELECT count(*) FROM mart.price_pair_day"
    assert shop.con.execute(count).fetchone() == (1,)
    pair = {"retailer": shop.slug, "own_offer_key": "a", "seller": "rival", "offer_key": "x"}
    insert(shop.con, "raw.product_match", [{**pair, "is_same": False}])
    assert shop.con.execute(count).fetchone() == (0,)
