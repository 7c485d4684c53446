"""Facts as machines write them: a date, an amount, a currency; None for what is none."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

_PLACEHOLDER = re.compile(r"\W*(?:n\W?a|none|null|unknown|unbekannt|not available|keine|0+|x+)?\W*", re.IGNORECASE)
_COMPACT = re.compile(r"\d{8}")


def identifier(value: str | None) -> str | None:
    """Return a number as it was written; None for what stands where there is none: "N/A", "-", "0".

    >>> identifier("PO-1"), identifier("n/a"), identifier("000")
    ('PO-1', None, None)
    """
    return None if value is None or _PLACEHOLDER.fullmatch(value) else value


def iso_date(value: object) -> str | None:
    """Return the day of an ISO 8601 date or time, or of a ``20250131``; None for anything else.

    >>> iso_date("20250131"), iso_date("2025-01-31T10:00:00+01:00"), iso_date("31/01/2025")
    ('2025-01-31', '2025-01-31', None)
    """
    told = str(value or "").strip()
    if _COMPACT.match(told):
        told = f"{told[:4]}-{told[4:6]}-{told[6:8]}"
    try:
        return date.fromisoformat(told[:10]).isoformat()
    except ValueError:
        return None


def iso_time(value: object) -> datetime | None:
    """Return the instant of an ISO 8601 time that names its zone; None for anything else."""
    try:
        instant = datetime.fromisoformat(str(value or "").strip())
    except ValueError:
        return None
    return instant if instant.tzinfo else None


def amount(value: object) -> Decimal | None:
    """Return a decimal number as machines write it; None for anything else, and for what is not finite."""
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 15 else None


def currency(value: object) -> str | None:
    """Return a currency's code if it is one in form."""
    told = str(value or "").strip().upper()
    return told if len(told) == 3 and told.isascii() and told.isalpha() else None
