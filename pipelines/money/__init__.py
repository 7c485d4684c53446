"""The only place that parses prices; what is ambiguous is refused, never guessed."""

from pipelines.money.ambiguous import Ambiguous
from pipelines.money.parse import parse_money

__all__ = ["Ambiguous", "parse_money"]
