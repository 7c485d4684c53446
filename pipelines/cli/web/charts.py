"""A chart of a query's answer: its first column across, its numbers up."""

from datetime import date
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import Response

from analysis.reports.figures import sheet
from pipelines.cli.web.answers import home_of
from pipelines.limited import Answer, Refused, answer
from pipelines.warehouse import reading

_MOST_BARS = 40
_NUMBERS = (int, float, Decimal)


def chart(request: Request) -> Response:
    """Draw a query's answer: lines over time or numbers, bars over words."""
    with reading(home_of(request)) as con:
        found = answer(con, request.query_params.get("q", ""))
    return Response(draw(found), media_type="image/svg+xml")


def draw(found: Answer) -> bytes:
    """Return the drawing as SVG; raises Refused where there is nothing to draw."""
    numbers = [at for at in range(1, len(found.columns)) if _is_number(found.rows, at)]
    if not numbers or not found.rows:
        raise Refused("a chart needs rows, with a number in a column after the first")
    across = [row[0] for row in found.rows]
    with sheet.sheet() as figure:
        axes = figure.subplots()
        for at in numbers:
            up = [float("nan") if row[at] is None else float(row[at]) for row in found.rows]  # type: ignore[arg-type]
            if isinstance(across[0], (*_NUMBERS, date)):
                axes.plot(across, up, "o-", markersize=3, label=found.columns[at])  # type: ignore[arg-type]
            else:
                names = [str(name)[:30] for name in across[:_MOST_BARS]]
                axes.bar(names, up[:_MOST_BARS], label=found.columns[at], alpha=0.8)
                axes.tick_params(axis="x", rotation=60)
        axes.set_xlabel(found.columns[0])
        sheet.legend(figure)
        return sheet.svg(figure)


def _is_number(rows: list[tuple[object, ...]], at: int) -> bool:
    told = [row[at] for row in rows if row[at] is not None]
    return bool(told) and all(isinstance(value, _NUMBERS) and not isinstance(value, bool) for value in told)
