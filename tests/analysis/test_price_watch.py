"""Prices of the sandbox, whose truth is known, watched through archive, landing and load."""

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from sandbox.shop import Shop as Sandbox
from sandbox.truth import prices
from sandbox.world import draw_world
from tests.analysis.reports.shop import START, Shop, warehouse

DAYS, WEEKS, CUT = 21, 4, 12
DAY = timedelta(days=1)
FIELDS = ("gtin", "name", "brand", "size", "price", "list_price", "unit_price", "unit", "currency")


def offers(entries: list[dict]) -> list[dict]:
    stock = {True: "in_stock", False: "out_of_stock"}
    return [
        {"offer_key": entry["sku"], "availability": stock[entry["in_stock"]], **{f: entry[f] for f in FIELDS}}
        for entry in entries
    ]


@pytest.fixture(scope="module")
def watched(built, tmp_path_factory):
    """Three weeks of daily looks at both shops; on one day the shop's crawl is cut off."""
    sandbox = Sandbox(draw_world(np.random.default_rng(5), WEEKS))
    home = tmp_path_factory.mktemp("prices")
    with warehouse(home, like=built) as con:
        shop = Shop(con, home)
        shop.declare("prices", DAY)
        shop.declare("prices", 7 * DAY, source="rival", seller="rival")
        for day in range(DAYS):
            sandbox.set_now(START + day * DAY)
            cut = {"https://corner.example/api/prices?page=2": ("http_error", "500")} if day == CUT else None
            own = offers(sandbox.products())
            shop.look("prices", START + day * DAY, own[:50] if cut else own, missed=cut)
            if day % 7 == 0:
                shop.look("prices", START + day * DAY, offers(sandbox.rival_products()), source="rival")
        yield con, sandbox


def true_index(sandbox: Sandbox) -> pd.Series:
    table = prices(sandbox)
    table["x"] = np.log(table["rival_price"] / table["price"])
    return 100 * np.exp(table.groupby("date")["x"].mean())


def test_the_true_index_lies_in_the_interval_every_day_though_the_rival_is_looked_at_weekly(watched):
    con, sandbox = watched
    truth = true_index(sandbox)
    days = con.execute("SELECT * FROM mart.price_index_day WHERE basket = 'all matched products'").df()
    assert len(days) == DAYS - 1
    true = truth[days["local_date"].dt.date].to_numpy()
    assert ((days["low"] <= true) & (true <= days["high"])).all()
    looked = (days["local_date"] == days["looked_local_date"]) & (days["local_date"].dt.day_of_week == START.weekday())
    assert np.allclose(days["index"][looked], true[looked])
    assert (days["matched_products"] == len(sandbox.world.products)).all()


def test_a_promotion_of_two_days_is_found_with_the_right_dates(watched):
    con, sandbox = watched
    world = sandbox.world
    on = world.prices.price[:, :DAYS] < world.prices.shelf[:, :DAYS]
    starts = {
        (row, day)
        for row, day in np.argwhere(on[:, 1 : DAYS - 2])
        if not on[row, day]
        and on[row, day + 1 : day + 3].all()
        and not on[row, day + 3]
        and CUT not in range(day, day + 4)
    }
    assert len(starts) > 3
    dates = world.days.dates()
    found = con.execute("SELECT offer_key, first_local_date, last_local_date FROM core.price_promotion").fetchall()
    for row, day in starts:
        assert (world.products[row].sku, dates[day + 1], dates[day + 2]) in found


def test_a_failed_crawl_leaves_no_delisting(watched):
    con, _ = watched
    verdicts = con.execute("SELECT count(*) FROM raw.run WHERE verdict = 'partial'").fetchone()
    events = con.execute("SELECT DISTINCT event FROM core.price_change").fetchall()
    assert verdicts == (1,)
    assert {event for (event,) in events} >= {"listed_at_start", "promotion_began", "promotion_ended", "out_of_stock"}
    assert ("delisted",) not in events


def test_our_unit_price_is_the_shops(watched):
    con, _ = watched
    different = "abs(unit_price - stated_unit_price) > 0.006"
    assert con.execute(f"SELECT count(*) FROM raw.price_latest WHERE {different}").fetchone() == (0,)
