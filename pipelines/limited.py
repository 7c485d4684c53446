"""Queries of others: so many rows and so many seconds, and no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer

from pipelines.warehouse import Connection, Error

SECONDS = 10.0
ROWS = 1_000


class Refused(ValueError):  # noqa: N818 - it is what became of the query
    """The query was not answered; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a query gave."""

    columns: list[str]
    rows: list[tuple[object, ...]]
    more: bool
    """Whether there are more rows than were taken."""


def answer(con: Connection, query: str, seconds: float = SECONDS, rows: int = ROWS) -> Answer:
    """Return the first rows of a query; raises Refused for what is wrong, writes, or takes too long."""
    try:
        with _interrupted_after(con, seconds) as late:
            cursor = con.execute(query)
            columns = [column[0] for column in cursor.description or []]
            taken = cursor.fetchmany(rows + 1)
    except Error as error:
        raise Refused(f"stopped after {seconds:g} s" if late else str(error)) from error
    return Answer(columns=columns, rows=taken[:rows], more=len(taken) > rows)


@contextmanager
def _interrupted_after(con: Connection, seconds: float) -> Iterator[list[bool]]:
    """Interrupt the connection after so many seconds; the list has an entry then."""
    late: list[bool] = []

    def stop() -> None:
        late.append(True)
        con.interrupt()

    timer = Timer(seconds, stop)
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
