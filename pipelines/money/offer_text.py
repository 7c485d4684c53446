"""What a text offers, as data."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["price", "from", "range", "many", "free", "per_period", "deposit", "saving", "crossed_out", "member"]


@dataclass(frozen=True, kw_only=True)
class OfferText:
    """What a text offers."""

    kind: Kind
    amount: Decimal | None = None
    """What one pays, or is asked as deposit, or saves; of a range its lower end; None where no price is told."""
    currency: str | None = None
    high: Decimal | None = None
    """The upper end of a range."""
    list_price: Decimal | None = None
    """What it costs otherwise: the price crossed out, or that for everybody beside the members'."""
    count: int = 1
    """For how many the amount is, or of how many some are free."""
    paid: int = 1
    """How many of them one pays for, where some are free."""
    unit_price: Decimal | None = None
    """What one of it comes to; None where that is not defined."""
