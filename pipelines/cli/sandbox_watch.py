"""Watches the sandbox as a researcher would: looks at each cadence, places a test order a week, saves the mails."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines import clock, warehouse
from pipelines.ask import asked
from pipelines.cli.composition import Workspace
from pipelines.cli.steps import load_step, rebuild_step
from pipelines.due import ledger
from pipelines.due.claims import Asked, claimed, ended
from pipelines.due.timetable import Every
from sandbox.control import Control
from spiders.declaration import Retailer, Source
from spiders.files import SANDBOX

if TYPE_CHECKING:
    from spiders.collect import Collector

RETAILER = "sandbox"
FIRST = datetime.fromisoformat("2025-01-06T06:00")  # the Monday on which the sandbox begins to trade, UTC
_TICK = timedelta(hours=12)
_TICKS_A_WEEK = timedelta(weeks=1) // _TICK
_BASKETS = (("ambient", "pickup"), ("both", "pickup"), ("fresh", "pickup"), ("ambient", "home"))
_ORDER_AFTER = (  # into a week: test orders are irregular, as people are
    timedelta(days=1, hours=9, minutes=20),
    timedelta(days=5, hours=13, minutes=45),
    timedelta(days=3, hours=11, minutes=5),
)
_SUMMING = 1e-9


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What was done in a week."""

    runs: int
    orders: int


def start_anew(home: Path) -> None:
    """Take away what an earlier demo left and declare the shop; a warehouse that held it is made again without it."""
    (home / "retailers").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SANDBOX, home / "retailers" / f"{RETAILER}.toml")
    left = [home / "data" / "archive" / RETAILER, home / "inbox" / RETAILER]
    left += (home / "data" / "landing").glob(f"{RETAILER}.*")
    with ledger.writing(home) as due_times:
        due_times.ask("forget", spiders=f"{RETAILER}.*")
    found = [path for path in left if path.exists()]
    for path in found:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if found and warehouse.primary(home).exists():
        for _ in rebuild_step(home):
            pass


def watch(home: Path, shop: Control, weeks: int) -> Iterator[Watched]:
    """Watch the shop week by week, on its clock."""
    from spiders.collect import Collector

    retailer = Workspace(home).retailers[RETAILER].model_copy(update={"url": shop.base_url})
    (home / "inbox" / RETAILER).mkdir(parents=True, exist_ok=True)
    _store_session(home, shop)
    with Collector(home) as collector:
        for week, (order_at, *basket) in enumerate(order_times(weeks)):
            runs = 0
            for tick in range(_TICKS_A_WEEK):
                now = FIRST + timedelta(weeks=week) + tick * _TICK
                if now - _TICK < order_at <= now:
                    _place_order(home, shop, order_at, *basket)
                _set_now(shop, now)
                runs += _look(home, collector, retailer)
            for _ in load_step(home):
                pass
            yield Watched(runs=runs, orders=1)


def order_times(weeks: int) -> Iterator[tuple[datetime, str, str]]:
    """Yield when the researcher orders, once a week and not regularly, with basket and fulfilment."""
    for week in range(weeks):
        yield FIRST + timedelta(weeks=week) + _ORDER_AFTER[week % 3], *_BASKETS[week % 4]


def _look(home: Path, collector: "Collector", retailer: Retailer) -> int:
    """Look at every source that is due; returns how many."""
    return sum(_look_at(home, collector, retailer, source) for source in retailer.sources)


def _look_at(home: Path, collector: "Collector", retailer: Retailer, source: Source) -> bool:
    asked = Asked(spider=f"{RETAILER}.{source.slug}", timetable=Every(source.every), now_utc=clock.now_utc())
    with claimed(home, asked) as due_utc:
        if due_utc:
            ended(home, asked, due_utc, collector.collect(retailer, source).run_id)
    return due_utc is not None


def truth_beside_bounds(home: Path, shop: Control) -> list[dict[str, Any]]:
    """Return a row an interval between two test orders: counted and bounded, and what the shop knows."""
    with warehouse.reading(home) as con:
        intervals = asked(con, "intervals", retailer=RETAILER)
    return [_beside(interval, *shop.truth_between(interval["from_utc"], interval["to_utc"])) for interval in intervals]


def _within(interval: dict[str, Any], figure: str, truth: float) -> bool:
    """Tell whether the truth lies within bounds; both are sums of many spans, and may differ in their last digit."""
    slack = _SUMMING * abs(truth)
    return bool(interval[f"{figure}_low"] - slack <= truth <= interval[f"{figure}_high"] + slack)


def _beside(interval: dict[str, Any], truth: dict[str, int], location_days: dict[str, float]) -> dict[str, Any]:
    days = location_days["public"]
    a_day = truth["orders"] / days
    holds = [
        interval["invoices"] == truth["invoices"],
        _within(interval, "orders", truth["orders"]),
        _within(interval, "location_days", days),
        _within(interval, "orders_per_location_day", a_day),
    ]
    return {
        "from": f"{interval['from_utc']:%Y-%m-%d}",
        "to": f"{interval['to_utc']:%Y-%m-%d}",
        "invoices": interval["invoices"],
        "truth": truth["invoices"],
        "orders": f"{interval['orders_low']:.0f}-{interval['orders_high']:.0f}",
        "true orders": truth["orders"],
        "location-days": f"{interval['location_days_low']:.1f}-{interval['location_days_high']:.1f}",
        "true days": round(days, 1),
        "orders/location-day": f"{interval['orders_per_location_day_low']:.2f}-"
        f"{interval['orders_per_location_day_high']:.2f}",
        "true rate": round(a_day, 2),
        "holds": all(holds),
    }


def _set_now(shop: Control, now_utc: datetime) -> None:
    shop.set_now(now_utc)
    clock.pin(now_utc)


def _place_order(home: Path, shop: Control, at_utc: datetime, basket: str, fulfilment: str) -> None:
    """Do what the researcher does: order, and save the mail and the invoice that come."""
    shop.set_now(at_utc)
    shop.place_order(basket, fulfilment)
    shop.write_documents(home / "inbox" / RETAILER)


def _store_session(home: Path, shop: Control) -> None:
    """Store what a human's login would have left in the browser; readable by its owner alone."""
    file = home / "data" / "sessions" / f"{RETAILER}.json"
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    file.write_text(json.dumps(shop.log_in()), encoding="utf-8")
