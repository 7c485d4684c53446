"""Sandboxes whose truth is known: how often weekly orders and orders per location-day lie in their intervals."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analysis.estimating import estimate
from analysis.estimators.assumptions import DEFAULTS
from analysis.estimators.calendar import Calendar, Event
from analysis.watched import Watched
from benchmarks.figure import Figure
from pipelines.cli.sandbox_watch import FIRST, order_times
from sandbox.intervals import location_days_between, orders_between
from sandbox.shop import Shop
from sandbox.truth import festivals
from sandbox.world import draw_world

WEEKS, SEEDS = 12, 20
ZONE = "Europe/Amsterdam"
QUANTITIES = ("orders", "orders_per_location_day")


def measure() -> Iterator[Figure]:
    """Watch twenty shops for twelve weeks each."""
    inside = pd.concat([held(seed) for seed in range(SEEDS)])
    for quantity in QUANTITIES:
        share = float(inside.loc[inside["quantity"] == quantity, "held"].mean())
        name = f"weeks whose true {quantity} lie in the interval, {SEEDS} sandboxes"
        yield Figure(name=name, value=share, unit="", limit=0.9, at_most=False)


def held(seed: int, weeks: int = WEEKS) -> pd.DataFrame:
    """Return a row a quantity and week between the first and last test order: whether the truth is in the interval."""
    shop = Shop(draw_world(np.random.default_rng(seed), weeks + 1))
    found = estimate(_watched(shop, weeks))["result.estimate"]
    week = found[(found["level"] < 1) & found["quantity"].isin(QUANTITIES)]
    ordered = [pd.Timestamp(order.placed, unit="s") for order in shop.own_orders()]
    week = week[(week["from_utc"] >= min(ordered)) & (week["to_utc"] <= max(ordered))]
    truth = [_truth(shop, row["quantity"], row["from_utc"], row["to_utc"]) for row in week.to_dict("records")]
    return week.assign(held=(week["low"] <= truth) & (week["high"] >= truth))


def _truth(shop: Shop, quantity: str, from_utc: pd.Timestamp, to_utc: pd.Timestamp) -> float:
    ends = from_utc.to_pydatetime(), to_utc.to_pydatetime()
    orders = orders_between(shop, *ends)["orders"]
    return orders if quantity == "orders" else orders / location_days_between(shop, *ends)["public"]


def _watched(shop: Shop, weeks: int) -> Watched:
    looks, rows = [], []
    own = {at_utc: basket for at_utc, *basket in order_times(weeks)}
    for moment in sorted([FIRST + timedelta(days=day) for day in range(weeks * 7)] + list(own)):
        shop.set_now(moment)
        if moment in own:
            shop.place_order(*own[moment])
        else:
            looks.append(moment)
            rows += [(moment, place["id"], _status(place)) for place in shop.locations()]
    return Watched(
        retailer="sandbox",
        timezone=ZONE,
        orders=_orders(shop),
        snapshots=pd.DataFrame(rows, columns=["snapshot_at", "location_id", "status"]),
        looks=pd.Series(looks),
        assumptions=DEFAULTS,
        calendar=Calendar(events=tuple(_events(shop))),
    )


def _status(place: dict[str, object]) -> str:
    if not place["public"]:
        return "internal"
    return "active" if place["status"] == "available" else "no_time"


def _orders(shop: Shop) -> pd.DataFrame:
    rows = [
        (pd.Timestamp(order.placed, unit="s"), str(order.order), invoice.printed)
        for order in shop.own_orders()
        for invoice in order.invoices
    ]
    return pd.DataFrame(rows, columns=["ordered_at_utc", "order_number", "invoice_number"])


def _events(shop: Shop) -> Iterator[Event]:
    for festival in festivals(shop).to_dict("records"):
        yield Event(start=date.fromisoformat(str(festival["date"])[:10]), label=str(festival["label"]))


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured)
