"""Measure every figure that the README and the design stand for, and print it beside the promise."""

from collections.abc import Iterator

from benchmarks import commands, crawling, estimating, loading, many_sources, sandbox_weeks
from benchmarks.figure import Figure


def figures() -> Iterator[Figure]:
    """Yield every figure, as it is measured."""
    for module in (commands, many_sources, loading, crawling, estimating, sandbox_weeks):
        yield from module.measure()


def main() -> None:
    """Print a line a figure."""
    for figure in figures():
        print(f"{figure.kept:<4} {figure.name:<66} {figure.measured:>12}   promised {figure.promise}", flush=True)


main()
