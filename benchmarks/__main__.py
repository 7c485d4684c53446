"""Measure every figure that the README and the design stand for, and print it beside the promise."""

from collections.abc import Iterator

from benchmarks import (
    commands,
    crawling,
    documents,
    estimating,
    loading,
    locations,
    many_sources,
    prices,
    reporting,
    sandbox_slots,
    sandbox_weeks,
)
from benchmarks.figure import Figure


def figures() -> Iterator[Figure]:
    """Yield every figure, as it is measured."""
    parts = (
        commands,
        many_sources,
        loading,
        locations,
        crawling,
        documents,
        prices,
        estimating,
        reporting,
        sandbox_weeks,
        sandbox_slots,
    )
    for module in parts:
        yield from module.measure()


def main() -> None:
    """Print a line a figure."""
    for figure in figures():
        print(f"{figure.kept:<4} {figure.name:<66} {figure.measured:>12}   promised {figure.promise}", flush=True)


main()
