"""Evidence: what the staged run holds, against what is known of its source, as the verdict needs it."""

from collections.abc import Mapping
from math import ceil
from pathlib import Path
from typing import Any

from pipelines.history import RECORDS, content
from pipelines.named_sql import execute
from pipelines.records import SIGHTING_OF_KIND, Kind
from pipelines.scope import in_scope
from pipelines.staging import count
from pipelines.verdict.evidence import Area, Caps, Churn, Evidence, Repeats, Told
from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "evidence"


def single_out(con: Connection, kind: Kind) -> Repeats:
    """Leave each record once in ``staged``, and tell of those that were there more often."""
    if kind not in RECORDS:
        return Repeats()  # what several documents say of an invoice is put together
    key = _key(kind)
    (extra,) = con.execute(f"SELECT count(*) - count(DISTINCT ({key})) FROM staged").fetchone() or (0,)
    if not extra:
        return Repeats()
    said = ", ".join(name for name in content(kind) if name != "told_ref")  # it is no other than the key yet
    words = {"key": key, "key_text": f"concat_ws(' ', {key})", "content": said}
    found = _execute(con, "repeats", {}, words).fetchone() or (0, 0, 0, None)
    _execute(con, "once", {}, words)
    return Repeats(**dict(zip(("keys", "differing", "in_one_answer", "example"), found, strict=True)))


def gather(con: Connection, run: Mapping[str, Any], repeats: Repeats) -> Evidence:
    """Return what is known of the run in ``staged``, each record in it once and under its place's reference."""
    kind: Kind = run["kind"]
    looks = _execute(con, "looks", run).fetchall()
    (announced,) = con.execute("SELECT max(announced) FROM landed_look").fetchone() or (None,)
    (changed_utc,) = _execute(con, "changed_level", run).fetchone() or (None,)
    return Evidence(
        kind=kind,
        looks={outcome: addresses for outcome, addresses, _ in looks},
        why={outcome: reason for outcome, _, reason in looks},
        sightings=_different(con, kind),
        rejected=count(con, "landed_reject"),
        announced=announced,
        stopped=run["stopped"],
        changed_level=changed_utc is not None,
        repeats=repeats,
        caps=Caps(**dict(zip(("answers", "at_cap", "capped"), _one(_execute(con, "caps", run)), strict=True))),
        told=_told(con, run) if kind in RECORDS else (),
        **(_of_places(con, run) if kind == "locations" else {}),
        **(_level_of_places if run.get("places") else _level)(con, {**run, "changed_utc": changed_utc}),
    )


def _level(con: Connection, run: Mapping[str, Any]) -> dict[str, Any]:
    usual = [sightings for (sightings,) in _execute(con, "usual", run).fetchall()]
    return {"expect_min": run["expect_min"], "expect_max": run["expect_max"], "usual": usual}


def _level_of_places(con: Connection, run: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to hold a run against that looked at some locations only: what is known of them, and their share."""
    known, here = _one(_execute(con, "scope", run))
    share = here / known if known else 0
    # Nothing at all is told by a source that is out of order, too.
    least = max(int(share * run["expect_min"]), int(here > 0 or not known))
    most = run["expect_max"] and share and ceil(share * run["expect_max"])
    return {
        "places": len(run["places"]),
        "strangers": [ref for (ref,) in _execute(con, "strangers", run).fetchall()],
        "usual": [here] if here else [],
        "expect_min": min(run["expect_min"], least),
        "expect_max": most or None,
    }


def _of_places(con: Connection, run: Mapping[str, Any]) -> dict[str, Any]:
    known, again, renumbered = _one(_execute(con, "again", run))
    areas = _execute(con, "areas", run).fetchall()
    return {
        "churn": Churn(known=known, again=again, renumbered=renumbered),
        "areas": [Area(name=area, known=of, seen=seen) for area, of, seen in areas],
    }


def _told(con: Connection, run: Mapping[str, Any]) -> list[Told]:
    names = content(run["kind"])
    words = {"kind": RECORDS[run["kind"]][0], "told": ", ".join(f"count({name})" for name in names)}
    words["in_scope"] = in_scope(run)
    known, seen = _execute(con, "told", run, words).fetchall()
    if not (known[0] and seen[0]):
        return []
    shares = ((of / known[0], now / seen[0]) for of, now in zip(known[1:], seen[1:], strict=True))
    return [Told(field=name, before=before, now=now) for name, (before, now) in zip(names, shares, strict=True)]


def _different(con: Connection, kind: Kind) -> int:
    if kind in RECORDS:
        return count(con, "staged")
    (numbers,) = con.execute(f"SELECT count(DISTINCT ({_key(kind)})) FROM staged").fetchone() or (0,)
    return int(numbers)


def _key(kind: Kind) -> str:
    return ", ".join(SIGHTING_OF_KIND[kind].KEY)


def _one(cursor: Connection) -> tuple[int, ...]:
    return tuple(cursor.fetchone() or ())


def _execute(
    con: Connection, name: str, values: Mapping[str, object], words: Mapping[str, str] | None = None
) -> Connection:
    return execute(con, SQL / f"{name}.sql", values, words)
