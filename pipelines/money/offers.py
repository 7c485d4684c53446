"""Texts that are an offer rather than a price: what kind, what one pays in all, and what one of it comes to."""

from collections.abc import Callable, Mapping

from pipelines.money import words
from pipelines.money.amounts import amounts, plain
from pipelines.money.offer_text import Kind, OfferText
from pipelines.money.terms import crossed_out, deposit, free, many, member, priced, single
from pipelines.records import Profile

__all__ = ["Kind", "OfferText", "parse_offer"]


def parse_offer(text: str, profile: Profile) -> OfferText:
    """Return what a text offers; raises Ambiguous where that is open.

    >>> parse_offer("2 for £5", Profile(timezone="UTC")).unit_price
    Decimal('2.5000')
    >>> parse_offer("Was £6.00 Now £4.50", Profile(timezone="UTC")).list_price
    Decimal('6.00')
    >>> parse_offer("£30/month", Profile(timezone="UTC")).kind
    'per_period'
    """
    told = plain(text)
    kind = next((kind for kind, is_so in _KINDS.items() if is_so(told)), None)
    return _READ[kind](told, profile) if kind else priced(told, profile)


def _is_free(text: str) -> bool:
    """Tell whether what is told is how many are free: the price of 3 for 2 is none, that of 2 for 5 is 5."""
    match = words.FREE.search(text)
    if not match or any(amount.signed for amount in amounts(text)):
        return False
    return not match[1] or "+" in match[0] or int(match[2]) < int(match[1])


_KINDS: Mapping[Kind, Callable[[str], object]] = {
    "free": _is_free,
    "many": words.MANY_FOR.search,
    "per_period": words.PERIOD.search,
    "deposit": words.DEPOSIT.search,
    "saving": words.SAVING.search,
    "member": words.MEMBER.search,
    "crossed_out": words.LIST.search,
}
_READ: Mapping[Kind, Callable[[str, Profile], OfferText]] = {
    "many": many,
    "free": free,
    "per_period": single("per_period"),
    "deposit": deposit,
    "saving": single("saving"),
    "member": member,
    "crossed_out": crossed_out,
}
