"""How long a whole report takes: of a sandbox watched for some weeks, by the number of its figures."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from analysis.reports.render import made
from benchmarks.figure import Figure
from pipelines.warehouse import reading

WEEKS, FIGURES = 4, 10


def measure() -> Iterator[Figure]:
    """Watch the sandbox, then make its report three times: markdown, page, figures as SVG, PNG and CSV."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "pipelines.cli", "--home", home, "demo", "--weeks", str(WEEKS), "--port", "0"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # nearly all of the minute that this takes
        taken = median(seconds_for_ten(Path(home)) for _ in range(3))
    yield Figure(name=f"a report, for each {FIGURES} figures of it", value=taken, unit="s", limit=10)


def seconds_for_ten(home: Path, retailer: str = "sandbox") -> float:
    """Return what the report takes, for each ten figures that it has."""
    with reading(home) as con:
        begun = time.perf_counter()
        report = made(con, retailer, home / "reports")
        taken = time.perf_counter() - begun
    return FIGURES * taken / sum(name.endswith(".svg") for name in report.files)


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured)
