"""What the warehouse tells of each location is written down for the days to come, so that no day's plan changes.

A plan can be looked at until the end of the next day; so what is learnt today is gone by from the day after it.
"""

import json
from datetime import date, timedelta
from pathlib import Path

from pipelines.clock import now_utc, to_local
from pipelines.due.ledger import reading, writing
from pipelines.due.shares import Happened, Learnt, shares
from pipelines.named_sql import execute
from pipelines.warehouse import Connection

SQL = Path(__file__).parents[1] / "sql" / "load" / "happened.sql"
_AHEAD = timedelta(days=2)


def learnt(home: Path, spider: str) -> tuple[Learnt, ...]:
    """Return what was learnt of the locations of a source, the latest first."""
    with reading(home) as ledger:
        rows = ledger.ask("learnt", spider=spider)
    return tuple(
        Learnt(
            from_date=date.fromisoformat(row["from_date"]),
            requests=row["requests"],
            shares=tuple(json.loads(row["shares"]).items()),
        )
        for row in rows
    )


def learn(con: Connection, home: Path, spider: str, places: tuple[str, ...], timezone: str) -> None:
    """Learn from the slots seen so far how often each location is worth a look; once a day, the retailer's.

    Without ``places`` the source is asked as a whole, and there is nothing to learn.
    """
    from_date = to_local(now_utc(), timezone).date() + _AHEAD
    if not places or any(known.from_date >= from_date for known in learnt(home, spider)):
        return
    if (found := told(con, spider, places, from_date)) is None:
        return
    words = {"from_date": from_date.isoformat(), "shares": json.dumps(dict(found.shares))}
    with writing(home) as ledger:
        ledger.ask("learn", spider=spider, requests=found.requests, **words)
        ledger.ask("unlearn", spider=spider)


def told(con: Connection, spider: str, places: tuple[str, ...], from_date: date) -> Learnt | None:
    """Return what the warehouse tells of some places of a source; None where it tells nothing that is of use."""
    retailer, source = spider.split(".")
    rows = execute(con, SQL, {"retailer": retailer, "source": source, "places": list(places)}).fetchall()
    if not rows:
        return None
    worth = shares({place: Happened(changes=changes, hours=hours) for place, changes, hours, _ in rows})
    rounded = tuple((place, round(share, 3)) for place, share in worth.items())
    return Learnt(from_date=from_date, requests=rows[0][3], shares=rounded)
