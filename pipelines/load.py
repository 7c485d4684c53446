"""Load: each landed run goes into the warehouse in one transaction, with its verdict, or not at all."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.evidence import gather, single_out
from pipelines.history import merge
from pipelines.home import landing_root
from pipelines.identity import recognise
from pipelines.level import KINDS as LEVEL_KINDS
from pipelines.level.lasting import settle
from pipelines.level.passing import take_back
from pipelines.level.pending import Pending
from pipelines.named_sql import execute
from pipelines.records import Verdict
from pipelines.scope import keep_scope, stage_scope
from pipelines.stages.land import is_whole, landed_run
from pipelines.staging import PAPERS, count, insert, stage
from pipelines.verdict import judge_run
from pipelines.verdict.evidence import Check, Evidence
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
    stage_scope(con, run)
    repeats = single_out(con, run["kind"])
    if run["kind"] == "locations":
        recognise(con, run)
    pending = Pending(con=con, run=run, ignore=ignore) if run["kind"] in LEVEL_KINDS else None
    if pending:
        take_back(pending)
    evidence = gather(con, run, repeats)
    for table in PAPERS:
        con.execute(f"INSERT INTO raw.{table} BY NAME FROM landed_{table}")
    verdict, checks = judge_run(evidence)
    if pending:
        verdict, checks = settle(pending, evidence, verdict, checks)
    if run["kind"] == "invoices":
        for step in ("new_invoices", "filled_invoices", "new_orders", "filled_orders"):
            _execute(con, step, run)
    else:
        merge(con, run["kind"], run, complete=verdict == "complete", ignore=ignore)
    return _record(con, run, evidence, verdict, checks)


def _refuse_older(con: Connection, run: Mapping[str, Any]) -> None:
    # All sources of invoices fill in the same rows.
    same = "kind = 'invoices'" if run["kind"] == "invoices" else "source = $source"
    query = f"SELECT max(started_utc) > $started_utc::TIMESTAMP FROM raw.run WHERE retailer = $retailer AND {same}"
    values = {name: run[name] for name in ("started_utc", "retailer", "source") if f"${name}" in query}
    if (con.execute(query, values).fetchone() or (None,))[0]:
        raise OutOfOrder(f"{run['run_id']} is older than what the warehouse holds of {run['retailer']}.{run['source']}")


def _record(
    con: Connection, run: Mapping[str, Any], evidence: Evidence, verdict: Verdict, checks: list[Check]
) -> Loaded:
    loaded = Loaded(
        run_id=run["run_id"],
        verdict=verdict,
        reasons=[check.detail for check in checks if not check.passed],
        looks=count(con, "landed_look"),
        sightings=evidence.sightings,
        rejected=evidence.rejected,
    )
    row = {
        **{name: run[name] for name in ("retailer", "source", "kind", "started_utc", "ended_utc", "program_version")},
        **{name: value for name, value in vars(loaded).items() if name != "reasons"},
        "verdict_reasons": loaded.reasons,
        "announced": evidence.announced,
        "places": evidence.places or None,
    }
    insert(con, "raw.run", [row])
    keep_scope(con, run)
    insert(con, "raw.run_check", [{"run_id": loaded.run_id, **vars(check)} for check in checks])
    return loaded


def _execute(con: Connection, name: str, run: Mapping[str, Any]) -> Connection:
    return execute(con, SQL / f"{name}.sql", run)
