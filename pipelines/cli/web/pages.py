"""Pages: status, tables, one table, a query."""

from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipelines import ask
from pipelines.cli.health import health
from pipelines.cli.seen import seen
from pipelines.cli.surroundings import surroundings
from pipelines.cli.web.answers import home_of, html
from pipelines.limited import ROWS, SECONDS, Refused, answer
from pipelines.warehouse import reading

_PAGE = 200


def status(request: Request) -> Response:
    """Show the health of everything, and what is around it."""
    home = home_of(request)
    known = seen(home)
    rows, sentences, level = health(home, known)
    around = surroundings(home, known)
    word = ("healthy", "degraded", "broken")[max(level, around.level())]
    return html(request, "status.html", rows=rows, sentences=sentences, level=word, around=around.in_words())


def tables(request: Request) -> Response:
    """Show every table and what it holds."""
    with reading(home_of(request)) as con:
        return html(request, "tables.html", tables=ask.tables(con))


def table(request: Request) -> Response:
    """Show a table's columns, what they mean, and its rows page by page."""
    name, number = request.path_params["name"], _number(request.query_params.get("page"))
    with reading(home_of(request)) as con:
        columns = ask.columns(con, name)
        if not columns:
            raise HTTPException(404)
        found = answer(con, f"FROM {name} LIMIT {_PAGE + 1} OFFSET {_PAGE * (number - 1)}", rows=_PAGE)
    return html(request, "table.html", name=name, columns=columns, found=found, number=number)


def sql(request: Request) -> Response:
    """Show a query and its answer."""
    query = request.query_params.get("q", "").strip()
    found, reason = None, None
    if query:
        try:
            with reading(home_of(request)) as con:
                found = answer(con, query)
        except Refused as error:
            reason = str(error)
    words = {"rows": ROWS, "seconds": SECONDS, "chart": f"/chart.svg?{urlencode({'q': query})}"}
    return html(request, "sql.html", 400 if reason else 200, query=query, found=found, reason=reason, **words)


def _number(text: str | None) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 9 else 1
