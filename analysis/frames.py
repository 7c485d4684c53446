"""The bridge between tables and estimators or reports: a named query in, a checked frame out.

A query is a file below ``analysis/sql``. Its first comment says what it answers; the comment at the end of a line
describes the column of that line, and only columns of the answer have one: they are known without running it.
"""

import re
from functools import cache
from pathlib import Path

import pandas as pd

from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql"
_COLUMN = re.compile(r"(\w+),? +-- \S.*$", re.MULTILINE)


def query(con: Connection, name: str, **parameters: object) -> pd.DataFrame:
    """Run ``analysis/sql/<name>.sql`` (``report/prices``); an empty answer has its columns and types too.

    Of ``parameters`` those are used that the query names, as ``$word``. Raises ValueError where the answer has other
    columns than the file describes, FileNotFoundError where there is no such query.
    """
    sql = text(name)
    used = {word: value for word, value in parameters.items() if re.search(rf"\${word}\b", sql)}
    frame = con.execute(sql, used).df()
    if list(frame.columns) != columns(sql):
        raise ValueError(f"{name}.sql describes {', '.join(columns(sql))}; it answers {', '.join(frame.columns)}")
    return frame


@cache
def text(name: str) -> str:
    """Return a query's SQL."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def columns(sql: str) -> list[str]:
    r"""Return the columns that a query describes.

    >>> columns("-- One row a day.\nSELECT\n    day, -- local\n    count(*) AS orders -- counted\nFROM t")
    ['day', 'orders']
    """
    return _COLUMN.findall(sql)
