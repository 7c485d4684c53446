"""The researcher's own orders as a list: the series of each number, how far it went on, and what is missing."""

import pandas as pd

from analysis.estimators.credit_notes import of_another_counter
from analysis.estimators.numbers import parse_numbers
from analysis.frames import query
from pipelines.warehouse import Connection

CREDIT_NOTE = "credit_note"
"""The type of a row that is no order: what its number takes back is one."""
NO_INVOICE = "no invoice yet"
NO_TIME = "no time of ordering"
NO_ORDER = "no order number"


def own_orders(con: Connection, retailer: str) -> pd.DataFrame:
    """Return a row per invoice of an own order, order without one and credit note, by time; ``type`` says which it is.

    ``series`` and ``number``: how the printed number is read, its running part as text; ``since_last``, text too: how
    many numbers further it is than the last own one of its series and period; ``missing``: what no source told so far.
    """
    listed = query(con, "frames/own_numbers", retailer=retailer)
    read = parse_numbers(listed["ordered_at_local"], listed["invoice_number"].fillna(""))
    number = read["number"].where(listed["invoice_number"].notna())
    apart = of_another_counter(
        read.assign(at=listed["ordered_at_local"], credit_note=listed["type"] == CREDIT_NOTE, number=number)
    )
    ahead = number.groupby([read["series"], read["period"], apart], sort=False).diff()
    found = listed.drop(columns="ordered_at_utc")
    return found.assign(
        series=read["series"].where(number.notna()),
        number=_texts(number),
        since_last=_texts(ahead),
        missing=[", ".join(_missing(listed.loc[row])) for row in listed.index],
    )


def series_of(con: Connection, retailer: str) -> list[str]:
    """Return a sentence for each series of numbers: whether it is a counter, and by what step, as last estimated."""
    return [
        f"{row['series']}: {row['verdict'].replace('_', ' ')}, step {row['step']:g}; {row['detail']}"
        for row in query(con, "report/diagnostic", retailer=retailer).to_dict("records")
    ]


def _texts(numbers: pd.Series) -> pd.Series:
    """Write numbers of any size as text, None where there is none."""
    return pd.Series([None if pd.isna(n) else str(n) for n in numbers], index=numbers.index, dtype=object)


def _missing(row: pd.Series) -> list[str]:
    told = {"invoice_number": NO_INVOICE, "ordered_at_local": NO_TIME, "order_number": NO_ORDER}
    return [words for name, words in told.items() if pd.isna(row[name])]
