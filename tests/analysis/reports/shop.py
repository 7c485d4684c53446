"""A tiny retailer for reports: what a spider would hand over goes the real way, through archive, landing and load."""

import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import orjson

from pipelines.build import build
from pipelines.load import load
from pipelines.records import Expect, Kind, Origin, Page, Profile, Reading, Row
from pipelines.run import OpenRun
from pipelines.staging import insert
from pipelines.warehouse import Connection, primary, writing
from sandbox.gtin import gtin13

ROOTS = tuple(Path(__file__).parents[3] / package / "sql" for package in ("pipelines", "analysis"))
PROFILE = Profile(timezone="Europe/Amsterdam", currency="EUR", country="NL")
START = datetime(2025, 1, 6, 5)  # noqa: DTZ001 - UTC without zone, as everywhere
COUNTRIES = ("NL", "NL", "NL", "DE", "FR", "BE")


class Shop:
    """A retailer in a warehouse of its own; ``slug`` is its name in the tables."""

    def __init__(self, con: Connection, home: Path, slug: str = "corner", name: str = "The Corner Shop") -> None:
        self.con, self.home, self.slug = con, home, slug
        site = {"country": "NL", "timezone": PROFILE.timezone, "currency": "EUR", "url": "https://corner.example"}
        self.row("raw.retailer", name=name, robots="obeyed", holidays="unlike", **site)

    def row(self, relation: str, **values: object) -> None:
        insert(self.con, relation, [{"retailer": self.slug, **values}])

    def declare(self, kind: Kind, every: timedelta, source: str | None = None, seller: str | None = None) -> None:
        (position,) = self.con.execute("SELECT count(*) FROM raw.source").fetchone()
        words = {"platform": "json_api", "position": position, "expect_min": 1, "expect_max": None}
        seconds = int(every.total_seconds())
        self.row(
            "raw.source", source=source or kind, kind=kind, every_seconds=seconds, seller=seller or self.slug, **words
        )

    def look(
        self,
        kind: Kind,
        at: datetime,
        rows: Sequence[Row],
        source: str | None = None,
        missed: Mapping[str, tuple[str, str]] | None = None,
        seller: str | None = None,
    ) -> None:
        """One run of one page; ``missed`` are addresses that gave no answer, with outcome and reason."""
        origin = Origin(
            retailer=self.slug,
            source=source or kind,
            kind=kind,
            profile=PROFILE,
            expect=Expect(),
            seller=seller or source or self.slug,
        )
        run = OpenRun(self.home, origin, at)
        if rows:
            url = f"https://corner.example/api/{origin.source}?page=1"
            body = orjson.dumps(rows, default=str)
            page = Page(url=url, seen_at_utc=at + timedelta(seconds=1), body=body, media_type="application/json")
            run.keep(page, run.archive(page), Reading(outcome="ok", rows=rows))
        for url, (outcome, reason) in (missed or {}).items():
            run.missed(url, at + timedelta(seconds=2), outcome, reason)  # type: ignore[arg-type]
        run.finish()
        for _ in load(self.con, self.home, lambda *_: ()):
            pass

    def interval(self, orders: Sequence[tuple[datetime, int, int]], exposure: float | None, flags: str = "") -> None:
        """Write the row of the article's table from the first to the last of ``orders`` (instant, low, high number)."""
        (from_utc, _, number_from), *inner, (to_utc, number_to, _) = orders
        own = 1 + sum(high - low + 1 for _, low, high in inner)
        invoices = number_to - number_from - own
        days = (to_utc - from_utc) / timedelta(days=1)
        bounds = (exposure * days * 0.95, exposure * days * 1.05) if exposure else (None, None)
        self.row(
            "result.invoice_interval",
            series="F-{year}-{number}",
            from_utc=from_utc,
            to_utc=to_utc,
            days=days,
            number_from=number_from,
            number_to=number_to,
            own_numbers=own,
            step=1,
            invoices=invoices,
            orders_low=invoices / 2,
            orders_high=float(invoices),
            location_days=exposure and exposure * days,
            location_days_low=bounds[0],
            location_days_high=bounds[1],
            average_active_locations=exposure,
            orders_per_location_day_low=bounds[1] and invoices / 2 / bounds[1],
            orders_per_location_day_high=bounds[0] and invoices / bounds[0],
            flags=flags if exposure else f"{flags} no_exposure".strip(),
            assumptions="A1 A2 A3 A4 A5 A7 A10 A11",
        )


@contextmanager
def warehouse(home: Path, like: Path | None = None) -> Iterator[Connection]:
    """An empty warehouse with all its tables and views, built, or copied from the home of one that is closed."""
    if like:
        primary(home).parent.mkdir(parents=True)
        shutil.copyfile(primary(like), primary(home))
    with writing(home) as con:
        if not like:
            build(con, ROOTS)
        yield con


def places(day: int) -> list[Row]:
    """The locator on a day: ten entries at first, two more a week; some without a time, one for a campus."""
    return [
        {
            "location_ref": f"{COUNTRIES[i % 6]}-{i:03d}",
            "name": f"Tea house {i}",
            "city": "Delft",
            "country": COUNTRIES[i % 6],
            "access": "internal" if i == 4 else "public",
            "status": "no_pickup_time" if i % 7 == 6 and day < 20 else "available",
            "pickup_hours": "We 14:00-18:00" if i % 6 > 2 else "Mo-Sa 10:00-18:00",
            "lat": 52 + i / 100,
            "lon": 4 + i / 100,
        }
        for i in range(10 + 2 * (day // 7))
        if not (i == 2 and day > 24)
    ]


def slots(at: datetime, chance: random.Random) -> list[Row]:
    """Two slots a day at two places, for three days."""
    starts = [at.replace(hour=hour) + timedelta(days=ahead) for ahead in (1, 2, 3) for hour in (13, 16)]
    return [
        {
            "location_ref": ref,
            "slot_start_utc": start.isoformat() + "+00:00",
            "slot_end_utc": (start + timedelta(hours=2)).isoformat() + "+00:00",
            "status": "free",
            "places": chance.randint(0, 5),
            "capacity": 8,
        }
        for ref in ("NL-000", "DE-003")
        for start in starts
    ]


def offers(factor: float) -> list[Row]:
    """A few products, dearer or cheaper by ``factor``."""
    return [
        {"offer_key": f"sku{i}", "gtin": gtin13(i), "name": f"Rice {i} kg", "price": f"{i * factor:.2f}"}
        for i in range(1, 13)
    ]


def order_rows(at: datetime, low: int, high: int) -> list[Row]:
    """The numbers on one own order."""
    return [
        {
            "invoice_number": f"F-2025-{n:06d}",
            "order_number": f"O{low}",
            "ordered_at_utc": f"{at.isoformat()}+00:00",
            "total": "12.50",
        }
        for n in range(low, high + 1)
    ]


def watch_locations(shop: Shop, days: int) -> None:
    """Look at the locator every other morning; two looks are missed and one answer is cut short."""
    shop.declare("locations", timedelta(days=2))
    refused = {"https://corner.example/api/locations?page=2": ("http_error", "500 Internal Server Error")}
    for day in range(0, days, 2):
        if day not in (16, 18):
            shop.look("locations", START + timedelta(days=day), places(day), missed=refused if day == 10 else None)


def place_orders(shop: Shop, exposure: float | None) -> None:
    """Place five test orders, one of them split in two invoices; write the article's table of them."""
    shop.declare("invoices", timedelta(days=7))
    moments = [START + timedelta(days=days, hours=9) for days in (1, 6.5, 13, 22, 33)]
    numbers = [(18204, 18204), (18911, 18912), (19820, 19820), (21240, 21240), (23391, 23391)]
    orders = [(at, low, high) for at, (low, high) in zip(moments, numbers, strict=True)]
    for at, low, high in orders:
        shop.look("invoices", at + timedelta(minutes=5), order_rows(at, low, high))
    for i in range(len(orders) - 1):
        shop.interval(orders[i : i + 2], exposure, "split_order" if i == 0 else "")
    shop.interval(orders, exposure, "whole_span")
    shop.row("raw.assumption", assumption="A4", name="split_share", low=0.0, high=1.0, why="own order of 12 January")
    shop.row("raw.assumption", assumption="A6", name="home_share", low=0.0, high=1.0, why=None)


def corner_shop(con: Connection, home: Path) -> Shop:
    """The whole of it: five weeks, all five kinds of source, events, and things that went wrong."""
    shop, chance = Shop(con, home), random.Random(7)
    watch_locations(shop, 35)
    shop.declare("slots", timedelta(days=1))
    for day in range(27, 35):
        at = START + timedelta(days=day, hours=1)
        shop.look("slots", at, slots(at, chance))
    shop.declare("prices", timedelta(days=7))
    shop.declare("prices", timedelta(days=7), source="rival", seller="rival")
    for day in (0, 28):
        shop.look("prices", START + timedelta(days=day, hours=2), [*offers(1.1), {"offer_key": "x", "price": "-1"}])
        shop.look("prices", START + timedelta(days=day, hours=3), offers(1.0 + day / 100), source="rival")
    blocked = {"https://corner.example/api/rival?page=1": ("blocked", "a challenge page")}
    shop.look("prices", START + timedelta(days=34, hours=3), [], source="rival", missed=blocked)
    place_orders(shop, 11.0)
    shop.declare("attention", timedelta(days=1))
    shop.look("attention", START + timedelta(days=34, hours=4), newsletters(chance))
    for days, length, label in ((8, 1, "Opening in Paris"), (25, 4, "Chinese New Year | 春节")):
        date = (START + timedelta(days=days)).date()
        shop.row("raw.event", local_date=date, days=length, kind="festival", label=label, url=None)
    shop.row("raw.assumption", assumption="A5", name="void_share", low=0.0, high=0.02, why="help page")
    return shop


def newsletters(chance: random.Random) -> list[Row]:
    """A message every third day."""
    return [
        {
            "channel": "newsletter",
            "metric": "reads",
            "message_ref": f"m{i}",
            "title": f"News {i}",
            "published_at_utc": f"{(START + timedelta(days=3 * i)).isoformat()}+00:00",
            "value": chance.randint(900, 1100),
        }
        for i in range(11)
    ]
