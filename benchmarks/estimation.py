"""Fill the estimation benchmark's predictions: ``python benchmarks/estimation.py CASES PRED [--processes N]``.

Reads CASES/<id>/ as the benchmark's README describes it and writes PRED/<id>/{weekly.csv,verdict.json} through the same
public functions that ``orderscope estimate`` uses. Without weekly.csv is an abstention: no counter, or fewer than four
own orders, for which only the exact table is published.
"""

import argparse
import json
import time
from datetime import date
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.calendar import Calendar, Event
from analysis.estimators.counter.inference import Inference, infer
from analysis.estimators.exposure import Presence
from analysis.estimators.weekly import Series, weekly_series
from analysis.estimators.weekly_estimates import weekly_estimates

SEED = 0
QUANTITIES = ("invoices", "orders", "location_days", "orders_per_location_day", "pickup_orders_per_location_day")


def main() -> None:
    """Predict all cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    folders = sorted(path for path in arguments.cases.iterdir() if path.is_dir())
    with Pool(arguments.processes) as pool:
        pool.map(partial(predict, out=arguments.predictions), folders, chunksize=4)
    print(f"{len(folders)} cases in {arguments.predictions}")


def predict(folder: Path, out: Path) -> None:
    """Write what the estimators say of one case."""
    started = time.perf_counter()
    case = json.loads((folder / "case.json").read_text())
    inference = infer(_orders(folder))
    target = out / folder.name
    target.mkdir(parents=True, exist_ok=True)
    growth = None
    if inference.estimable:
        series = _series(folder, case, inference)
        found = weekly_estimates("case", series, inference.orders, assumptions=_assumptions(case))
        _weekly(series, found).to_csv(target / "weekly.csv", index=False)
        growth = next(
            iter(found.loc[found["quantity"] == "growth_per_week", ["value", "low", "high"]].to_numpy().tolist()), None
        )
    verdict = {
        "verdict": inference.verdict,
        "step": next(iter(inference.counters[0].steps)),
        "growth_per_week": growth,
        "seconds": time.perf_counter() - started,
    }
    (target / "verdict.json").write_text(json.dumps(verdict))


def _orders(folder: Path) -> pd.DataFrame:
    table = pd.read_csv(folder / "observations.csv", dtype=str)
    return pd.DataFrame(
        {
            "ordered_at_utc": pd.to_datetime(table["ordered_at"]),
            "order_number": None,
            "invoice_number": table["invoice_number"],
        }
    )


def _assumptions(case: dict[str, float]) -> Assumptions:
    split = (case["split_share_of_orders_min"], case["split_share_of_orders_max"])
    home = (case["home_share_of_orders_min"], case["home_share_of_orders_max"])
    assumed = DEFAULTS.override("A4", split, source="declared").override("A6", home, source="declared")
    return assumed.override("A3", case["invoice_lag_days_mean"], source="declared")


def _series(folder: Path, case: dict[str, str], inference: Inference) -> Series:
    snapshots = pd.read_csv(folder / "locations.csv", parse_dates=["snapshot_at"])
    events = pd.read_csv(folder / "events.csv")
    return weekly_series(
        inference,
        Presence.of(snapshots, snapshots["snapshot_at"]),
        weeks=(pd.Timestamp(case["period_start"]), pd.Timestamp(case["period_end"])),
        calendar=_calendar(events),
        assumptions=_assumptions(case),  # type: ignore[arg-type]
        seed=SEED,
    )


def _calendar(events: pd.DataFrame) -> Calendar:
    rows = [
        Event(start=date.fromisoformat(row["date"]), days=int(row["days"]), label=str(row["label"]))
        for row in events.to_dict("records")
    ]
    shut = [event for event in rows if event.label.startswith("closed")]
    closed = tuple(
        (pd.Timestamp(event.start) + pd.Timedelta(days=n)).date() for event in shut for n in range(event.days)
    )
    return Calendar(closed=closed, events=tuple(event for event in rows if event not in shut))


def _weekly(series: Series, found: pd.DataFrame) -> pd.DataFrame:
    """Turn estimates, one row per quantity and week, into the benchmark's columns."""
    table = pd.DataFrame({"week_start": [monday.date().isoformat() for monday in series.monday]})
    for quantity in QUANTITIES:
        rows = found[found["quantity"] == quantity].reset_index(drop=True)
        if quantity in ("invoices", "location_days"):
            table[f"{quantity}_est"] = np.round(rows["value"], 4)
        table[f"{quantity}_lo"] = np.round(rows["low"], 6)
        table[f"{quantity}_hi"] = np.round(rows["high"], 6)
    return table


if __name__ == "__main__":
    main()
