"""Load: each landed run goes into the warehouse in one transaction, with its verdict, or not at all."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.history import merge
from pipelines.home import landing_root
from pipelines.named_sql import execute
from pipelines.records import SIGHTING_OF_KIND, Kind, Verdict
from pipelines.stages.land import is_whole, landed_run
from pipelines.staging import PAPERS, count, insert, stage
from pipelines.verdict import Check, Evidence, judge_run
from pipelines.warehouse import Connection, transaction

SQL = Path(__file__).parent / "sql" / "load"
IgnoredBy = Callable[[str, str], tuple[str, ...]]
"""Gives the fields of a retailer's source whose changes make no history."""


class OutOfOrder(ValueError):  # noqa: N818 - it is what the run is
    """A run is older than what the warehouse holds of its source: only a rebuild puts it in its place."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """A run as the warehouse has it now."""

    run_id: str
    verdict: Verdict
    reasons: list[str]
    looks: int
    sightings: int
    rejected: int


def load(con: Connection, home: Path, ignored_by: IgnoredBy) -> Iterator[Loaded]:
    """Load every run that has landed whole, oldest first; raises OutOfOrder before it touches anything of that run."""
    folders = [folder for folder in landing_root(home).glob("*") if is_whole(folder)]
    for folder in sorted(folders, key=lambda folder: (landed_run(folder)["started_utc"], folder.name)):
        run = landed_run(folder)
        if not con.execute("SELECT 1 FROM raw.run WHERE run_id = ?", [run["run_id"]]).fetchone():
            with transaction(con):
                loaded = _load_run(con, folder, run, ignored_by(run["retailer"], run["source"]))
            yield loaded
        shutil.rmtree(folder)


def _load_run(con: Connection, folder: Path, run: dict[str, Any], ignore: tuple[str, ...]) -> Loaded:
    _refuse_older(con, run)
    stage(con, folder, run)
    evidence = _evidence(con, run)
    verdict, checks = judge_run(evidence)
    if run["kind"] == "invoices":
        for step in ("new_invoices", "filled_invoices", "new_orders", "filled_orders"):
            _execute(con, step, run)
    else:
        repeated = count(con, "staged") > evidence.sightings
        merge(con, run["kind"], run, complete=verdict == "complete", repeated=repeated, ignore=ignore)
    loaded = Loaded(
        run_id=run["run_id"],
        verdict=verdict,
        reasons=[check.detail for check in checks if not check.passed],
        looks=count(con, "landed_look"),
        sightings=evidence.sightings,
        rejected=evidence.rejected,
    )
    _record(con, run, loaded, evidence, checks)
    return loaded


def _refuse_older(con: Connection, run: Mapping[str, Any]) -> None:
    # All sources of invoices fill in the same rows.
    same = "kind = 'invoices'" if run["kind"] == "invoices" else "source = $source"
    query = f"SELECT max(started_utc) > $started_utc::TIMESTAMP FROM raw.run WHERE retailer = $retailer AND {same}"
    values = {name: run[name] for name in ("started_utc", "retailer", "source") if f"${name}" in query}
    if (con.execute(query, values).fetchone() or (None,))[0]:
        raise OutOfOrder(f"{run['run_id']} is older than what the warehouse holds of {run['retailer']}.{run['source']}")


def _evidence(con: Connection, run: Mapping[str, Any]) -> Evidence:
    kind: Kind = run["kind"]
    key = ", ".join(SIGHTING_OF_KIND[kind].KEY)
    (sightings,) = con.execute(f"SELECT count(DISTINCT ({key})) FROM staged").fetchone() or (0,)
    (announced,) = con.execute("SELECT max(announced) FROM landed_look").fetchone() or (None,)
    (median,) = _execute(con, "median", run).fetchone() or (None,)
    looks = _execute(con, "looks", run).fetchall()
    return Evidence(
        kind=kind,
        looks={outcome: addresses for outcome, addresses, _ in looks},
        why={outcome: reason for outcome, _, reason in looks},
        sightings=sightings,
        rejected=count(con, "landed_reject"),
        announced=announced,
        median=median,
        expect_min=run["expect_min"],
        expect_max=run["expect_max"],
        stopped=run["stopped"],
    )


def _record(con: Connection, run: Mapping[str, Any], loaded: Loaded, evidence: Evidence, checks: list[Check]) -> None:
    for table in PAPERS:
        exclude = " EXCLUDE (landed)" if table == "look" else ""
        con.execute(f"INSERT INTO raw.{table} BY NAME SELECT *{exclude} FROM landed_{table}")
    row = {
        **{name: run[name] for name in ("run_id", "retailer", "source", "kind", "started_utc", "ended_utc")},
        "verdict": loaded.verdict,
        "verdict_reasons": loaded.reasons,
        "looks": loaded.looks,
        "sightings": loaded.sightings,
        "rejected": loaded.rejected,
        "announced": evidence.announced,
        "program_version": run["program_version"],
    }
    insert(con, "raw.run", [row])
    insert(con, "raw.run_check", [{"run_id": loaded.run_id, **vars(check)} for check in checks])


def _execute(con: Connection, name: str, run: Mapping[str, Any]) -> Connection:
    return execute(con, SQL / f"{name}.sql", run)
