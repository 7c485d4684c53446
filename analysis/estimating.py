"""The estimate step: frames out of the warehouse, through the pure estimators, and their results back into it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pandas as pd

from analysis.estimators.notice import notice_findings
from analysis.estimators.retailer import estimate_retailer
from analysis.watched import Watched
from pipelines.warehouse import Connection, transaction

Results = Mapping[str, pd.DataFrame]
"""What was found of a retailer, by table."""
_TABLES = ("result.assumption", "result.diagnostic", "result.invoice_interval", "result.estimate", "result.finding")
_WORTH_PROCESSES = 4  # retailers; below it, starting processes takes longer than estimating


def estimate(watched: Watched) -> Results:
    """Estimate one retailer: rows by the table that they go to; no counts where the numbers are no counter."""
    found = estimate_retailer(
        watched.retailer,
        watched.orders,
        watched.snapshots,
        watched.looks,
        zone=watched.timezone,
        calendar=watched.calendar,
        assumptions=watched.assumptions,
        takings=watched.takings,
    )
    return {
        "result.assumption": found.assumptions,
        "result.diagnostic": found.diagnostics,
        "result.invoice_interval": found.intervals,
        "result.estimate": found.estimates,
        "result.finding": pd.concat([found.findings, notice_findings(watched.retailer, watched.messages)]),
    }


def estimate_all(watched: Sequence[Watched]) -> Iterator[Results]:
    """Estimate every retailer, in parallel processes where there are many; the order is that of ``watched``."""
    if len(watched) < _WORTH_PROCESSES:
        yield from map(estimate, watched)
        return
    # One thread each: the matrices are small, and threads of many processes only wait for each other.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(estimate, watched, chunksize=max(1, min(16, len(watched) // 8)))


def write(con: Connection, results: Sequence[Results]) -> dict[str, int]:
    """Put results in place of those before; returns the rows written by table."""
    written = {}
    with transaction(con):
        for table in _TABLES:
            con.execute(f"DELETE FROM {table}")
            rows = [of[table] for of in results if len(of[table])]
            if rows:
                con.register("fresh", pd.concat(rows))
                con.execute(f"INSERT INTO {table} BY NAME FROM fresh")
                con.unregister("fresh")
            written[table] = sum(map(len, rows))
    return written
