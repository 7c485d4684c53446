"""The estimate step: frames out of the warehouse, through the pure estimators, and their results back into it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import pandas as pd

from analysis.estimate import estimates
from analysis.estimators.counter.inference import diagnostics, infer
from analysis.estimators.interval_estimates import interval_estimates
from analysis.estimators.interval_table import interval_table
from analysis.estimators.weekly import weekly_estimates, weekly_series
from analysis.watched import Watched
from pipelines.warehouse import Connection, transaction

_WORTH_PROCESSES = 4  # retailers; below it, starting processes takes longer than estimating


@dataclass(frozen=True, kw_only=True)
class Results:
    """What was found of a retailer, by the table that it goes to."""

    tables: Mapping[str, pd.DataFrame]


def estimate(watched: Watched) -> Results:
    """Estimate one retailer: weekly rows first, then the intervals between own orders; nothing where no counter is."""
    inference = infer(watched.local_orders)
    counted = watched.orders if inference.verdict != "not_counter" else watched.orders.head(0)
    intervals = interval_table(watched.retailer, counted, watched.presence, watched.assumptions)
    found = [interval_estimates(intervals, watched.assumptions)]
    if inference.estimable:
        series = weekly_series(
            inference, watched.local_presence, calendar=watched.calendar, assumptions=watched.assumptions
        )
        orders, zone = inference.orders, watched.timezone
        found.insert(0, weekly_estimates(watched.retailer, series, orders, zone, watched.assumptions))
    return Results(
        tables={
            "result.diagnostic": diagnostics(watched.retailer, inference),
            "result.invoice_interval": intervals,
            "result.estimate": pd.concat([frame for frame in found if len(frame)] or [estimates(())]),
        }
    )


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
        for table in ("result.diagnostic", "result.invoice_interval", "result.estimate"):
            con.execute(f"DELETE FROM {table}")
            rows = [of.tables[table] for of in results if len(of.tables[table])]
            if rows:
                con.register("fresh", pd.concat(rows))
                con.execute(f"INSERT INTO {table} BY NAME FROM fresh")
                con.unregister("fresh")
            written[table] = sum(map(len, rows))
    return written
