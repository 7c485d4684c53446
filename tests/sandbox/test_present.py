from datetime import UTC, date, datetime

import numpy as np

from sandbox.shop import Shop
from sandbox.world import draw_world


def test_slots_of_a_public_holiday_are_closed_and_tell_no_places():
    shop = Shop(draw_world(np.random.default_rng(1), weeks=2, start=date(2025, 4, 21)))
    shop.set_now(datetime(2025, 4, 29, 22, tzinfo=UTC))
    first_of_may = [slot for slot in shop.slots() if str(slot["start"]).startswith("2025-05-01")]
    closed = [slot for slot in first_of_may if slot["status"] == "closed"]
    assert {str(slot["location"])[:2] for slot in closed} == {"DE"}
    assert {str(slot["location"])[:2] for slot in first_of_may if slot not in closed} == {"NL"}
    assert all(slot["left"] is None for slot in closed)


def test_only_the_days_ahead_are_on_sale(shop):
    days = {str(slot["start"])[:10] for slot in shop.slots()}
    assert days == {"2025-03-18", "2025-03-19", "2025-03-20"}
    assert all(datetime.fromisoformat(str(slot["start"])) > shop.now_utc().replace(tzinfo=UTC) for slot in shop.slots())


def test_a_promotion_shows_the_price_it_crosses_out(shop):
    promoted = [entry for entry in shop.products() if entry["list_price"] is not None]
    assert 0 < len(promoted) < 60
    assert all(float(str(entry["price"])) < float(str(entry["list_price"])) for entry in promoted)


def test_the_rival_sells_the_same_articles_at_other_prices(shop):
    ours, theirs = shop.products(), shop.rival_products()
    assert [entry["gtin"] for entry in ours] == [entry["gtin"] for entry in theirs]
    assert sum(one["price"] != other["price"] for one, other in zip(ours, theirs, strict=True)) > 80
