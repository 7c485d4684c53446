"""1,000 declared sources with 100,000 runs: how long status takes, and asking what is due when nothing is."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from pipelines import warehouse
from pipelines.build import build
from pipelines.cli.composition import ROOTS, Workspace
from pipelines.cli.posting import posted
from pipelines.due import ledger

RETAILERS, SOURCES, RUNS = 100, 10, 100
PROMISES = {("status",): 0.5, ("run", "--due"): 0.5}
NOW = datetime.fromisoformat("2025-06-01T12:00")
_RUN = """
INSERT INTO raw.run
SELECT
    retailer || '.' || source || '.' || n, retailer, source, kind,
    $now::TIMESTAMP - to_days(n), $now::TIMESTAMP - to_days(n),
    'complete', [], 10, 500, 0, NULL, NULL, 'bench'
FROM raw.source, range($runs::BIGINT) AS t (n)
"""


def measure() -> Iterator[Figure]:
    """Time both from the shell; the median of five."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _declare(home)
        _run(home)
        for words, limit in PROMISES.items():
            taken = median(_seconds(home, words) for _ in range(5))
            name = f"orderscope {' '.join(words)}, {RETAILERS * SOURCES:,} sources, {RETAILERS * SOURCES * RUNS:,} runs"
            yield Figure(name=name, value=taken, unit="s", limit=limit)


def _declare(home: Path) -> None:
    (home / "retailers").mkdir()
    for number in range(RETAILERS):
        words = f'name = "Shop"\ncountry = "NL"\ntimezone = "Europe/Amsterdam"\nurl = "http://127.0.0.{number + 1}"\n'
        for source in range(SOURCES):
            words += f'[[sources]]\nkind = "prices"\nname = "prices_{source}"\nplatform = "html"\n'
            words += f'cron = "{source} 9 * * *"\njitter = "PT10M"\nexpect = {{ min = 400 }}\n'
            words += 'options.url = "/offers"\noptions.rows = "li"\noptions.fields = { offer_key = "b", price = "i" }\n'
        (home / "retailers" / f"shop_{number}.toml").write_text(words, encoding="utf-8")


def _run(home: Path) -> None:
    """Give every source its runs, in the warehouse and in the ledger."""
    with warehouse.writing(home) as con:
        build(con, ROOTS)
        Workspace(home).register(con)
        con.execute(_RUN, {"now": NOW, "runs": RUNS})
    warehouse.publish(home)
    with ledger.writing(home) as due_times:
        for retailer, source in Workspace(home).sources():
            for n in range(RUNS):
                day = NOW + timedelta(hours=1) - timedelta(days=n)
                due_times.note(f"{retailer.slug}.{source.slug}", day, "ran", day, run_id=f"{n}")
    posted(home)


def _seconds(home: Path, words: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), *words]
    environment = {**os.environ, "ORDERSCOPE_NOW": NOW.isoformat()}
    subprocess.run(command, capture_output=True, check=False, env=environment)
    return time.perf_counter() - begun


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured)
