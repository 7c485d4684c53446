"""A watch over an imagined retailer: tests say what its pages held, everything else is the real path."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

import orjson

from pipelines import warehouse
from pipelines.ask import rows_of
from pipelines.build import SQL, build
from pipelines.load import Loaded, load
from pipelines.records import Expect, Kind, Origin, Page, Profile, Reading, Row, Run
from pipelines.run import OpenRun

ANALYSIS_SQL = Path(__file__).parents[2] / "analysis" / "sql"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-{text}" if len(text) < 16 else text)


def read_json(page: Page) -> Reading:
    """What a platform would do: the page is a JSON list of rows."""
    rows = orjson.loads(page.body)
    return Reading(outcome="ok" if rows else "empty", rows=rows, announced=len(rows))


@cache
def _empty() -> bytes:
    """A warehouse in which nothing is yet; making its views once is enough."""
    with tempfile.TemporaryDirectory() as folder:
        with warehouse.writing(Path(folder)) as con:
            build(con, (SQL, ANALYSIS_SQL))
        return warehouse.primary(Path(folder)).read_bytes()


@contextmanager
def built(home: Path) -> Iterator[warehouse.Connection]:
    """Open the warehouse of a home, with all its relations."""
    file = warehouse.primary(home)
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_empty())
    with warehouse.writing(home) as con:
        build(con, (SQL, ANALYSIS_SQL))
        yield con


@dataclass
class Watch:
    home: Path
    ignore: tuple[str, ...] = ()
    expect: Expect = field(default_factory=Expect)

    def origin(self, kind: Kind) -> Origin:
        profile = Profile(timezone="Europe/Amsterdam", currency="EUR", decimal=",", country="NL")
        return Origin(retailer="shop", source=kind, kind=kind, profile=profile, expect=self.expect, seller="shop")

    def look(self, kind: Kind, when: str, rows: Sequence[Row], **reading: object) -> Run:
        """One run with one page that holds ``rows``; ``reading`` replaces what was read of it."""
        run = OpenRun(self.home, self.origin(kind), at(when))
        page = Page(
            url=f"http://shop.example/{kind}",
            seen_at_utc=at(when),
            body=orjson.dumps(rows),
            media_type="application/json",
        )
        read = read_json(page) if not reading else Reading(**{"outcome": "ok", "rows": rows, **reading})
        run.keep(page, run.archive(page), read)
        return run.finish()

    def load(self) -> list[Loaded]:
        with built(self.home) as con:
            return list(load(con, self.home, lambda _retailer, _source: self.ignore))

    def declare(self) -> None:
        with built(self.home) as con:
            row = "('shop', 'Shop', 'NL', 'Europe/Amsterdam', 'EUR', 'x', 'obeyed', 'unlike')"
            con.execute(f"INSERT INTO raw.retailer VALUES {row}")
            for position, kind in enumerate(("locations", "slots", "prices", "invoices", "attention")):
                row = "('shop', $kind, $kind, 'json_api', 86400, $position, 1, NULL, 'shop')"
                con.execute(f"INSERT INTO raw.source VALUES {row}", {"kind": kind, "position": position})

    def ask(self, sql: str) -> list[tuple]:
        with warehouse.writing(self.home) as con:
            return [tuple(row.values()) for row in rows_of(con, sql)]

    def all_rows(self) -> dict[str, list[str]]:
        """Every row of every relation but the estimates, in comparable form."""
        relations = "SELECT schema || '.' || name FROM (SHOW ALL TABLES) WHERE schema IN ('raw', 'core', 'mart')"
        with warehouse.writing(self.home) as con:
            names = [name for (name,) in con.execute(relations).fetchall()]
            return {name: sorted(map(repr, rows_of(con, f"FROM {name}"))) for name in names}
