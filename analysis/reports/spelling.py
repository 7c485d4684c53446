"""How values are written in markdown; what comes from a site is written so that nothing of it acts."""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal
from urllib.parse import quote

import pandas as pd

_LONGEST = 160
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_ACTS = re.compile(r"[\\`*_{}\[\]<>|~#&$!]|:(?=//)|(?<=\bwww)\.|^[-+=]", re.IGNORECASE)
_LITERAL = "/:?=&%#[]@!$'()*+,;~{} "
_WORD_JOINER = "\u2060"


def escape(text: object) -> str:
    r"""Write a text of a site in one line, so that no markup, link, pipe or formula of it acts.

    >>> print(escape("<b> | [x](javascript:y)\n=A1 https://a.b"))
    \<b\> \| \[x\](javascript:y) =A1 https\://a.b
    >>> print(escape('=HYPERLINK("x")'))
    \=HYPERLINK("x")
    """
    line = " ".join(_UNSEEN.sub(" ", str(text)).split())
    short = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    # Renderers make links of addresses of mail and of names after an @ even where it is escaped.
    return _ACTS.sub(lambda sign: f"\\{sign[0]}", short).replace("@", f"@{_WORD_JOINER}")


def code(text: object) -> str:
    """Write an address, a file or a hash literally; signs that would end the literal are percent-encoded.

    >>> code("https://a.b/?q=`|<x>")
    '`https://a.b/?q=%60%7C%3Cx%3E`'
    """
    return f"`{quote(str(text), safe=_LITERAL)}`"


def num(value: float | Decimal, digits: int = 0) -> str:
    """Write a number.

    >>> num(1234.5, 1)
    '1,234.5'
    """
    return f"{value:,.{digits}f}"


def at_least(value: float, digits: int = 0) -> str:
    """Write a lower bound: rounded down, so that it stays one.

    >>> at_least(7.019, 2)
    '7.01'
    """
    return num(_exact(value).quantize(Decimal(1).scaleb(-digits), ROUND_FLOOR), digits)


def at_most(value: float, digits: int = 0) -> str:
    """Write an upper bound: rounded up, so that it stays one.

    >>> at_most(7.011, 2)
    '7.02'
    """
    return num(_exact(value).quantize(Decimal(1).scaleb(-digits), ROUND_CEILING), digits)


def _exact(value: float) -> Decimal:
    return Decimal(format(value, ".12g"))  # 0.1 + 0.2 is 0.3, not a bound above it


def percent(share: float, digits: int = 0) -> str:
    r"""Write a share; no line breaks before its sign.

    >>> percent(0.25)
    '25\xa0%'
    """
    return f"{num(100 * share, digits)}\u00a0%"


def day(date: pd.Timestamp) -> str:
    """Write a day."""
    return f"{date:%Y-%m-%d}"


def month(date: pd.Timestamp) -> str:
    """Write a month."""
    return f"{date:%Y-%m}"


def moment(instant: pd.Timestamp, precision: Literal["minutes", "seconds"] = "minutes") -> str:
    """Write an instant; the words around it say in which zone."""
    return instant.isoformat(sep=" ", timespec=precision)


def duration(minutes: float) -> str:
    """Write a length of time in the unit that suits it.

    >>> duration(90), duration(2880), duration(20)
    ('1.5 h', '2 d', '20 min')
    """
    for unit, size in (("d", 1440), ("h", 60)):
        if minutes >= size:
            return f"{minutes / size:.1f}".removesuffix(".0") + f" {unit}"
    return f"{minutes:.0f} min"


def no_formula(cell: object) -> object:
    """Return a cell for a spreadsheet; a text that it would take for a formula gets an apostrophe before it.

    >>> no_formula("=1+1"), no_formula(-1)
    ("'=1+1", -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
