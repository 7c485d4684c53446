"""Texts that are an offer rather than a price: what kind, what one pays in all, and what one of it comes to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipelines.money import words
from pipelines.money.ambiguous import Ambiguous
from pipelines.money.amounts import Amount, amounts, plain
from pipelines.money.parse import parse_money
from pipelines.records import Profile

Kind = Literal["price", "from", "range", "many", "free", "per_period", "deposit", "saving", "crossed_out", "member"]
_EXACT = Decimal("0.0001")


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
    return _READ[kind](told, profile) if kind else _priced(told, profile)


def _priced(text: str, profile: Profile) -> OfferText:
    """Return a price, or the cheapest of several."""
    pool = amounts(text)
    if len(pool) == 2 and words.RANGE.fullmatch(pool[0].after):
        low, high = sorted(amount.value(profile) for amount in pool)
        return OfferText(kind="range", amount=low, high=high, currency=_currency(pool, profile))
    amount, currency = parse_money(text, profile)
    kind: Kind = "from" if words.FROM.search(text) else "price"
    return OfferText(kind=kind, amount=amount, currency=currency, unit_price=amount if kind == "price" else None)


def _many(text: str, profile: Profile) -> OfferText:
    match = words.MANY_FOR.search(text)
    count = int(match[1]) if match else 0
    amount, currency = parse_money(text[match.end() :] if match else "", profile)
    if count < 1:
        raise Ambiguous(f"{text!r}: none for a price")
    each = (amount / count).quantize(_EXACT)
    return OfferText(kind="many", amount=amount, currency=currency, count=count, unit_price=each)


def _is_free(text: str) -> bool:
    """Tell whether what is told is how many are free: the price of 3 for 2 is none, that of 2 for 5 is 5."""
    match = words.FREE.search(text)
    if not match or any(amount.signed for amount in amounts(text)):
        return False
    return not match[1] or "+" in match[0] or int(match[2]) < int(match[1])


def _free(text: str, _profile: Profile) -> OfferText:
    """Return how many one gets and pays for: of ``3 for 2`` and ``2+1`` three and two, of ``buy one get one`` two."""
    match = words.FREE.search(text)
    if not match or not match[1]:
        return OfferText(kind="free", count=2)
    first, second = int(match[1]), int(match[2])
    if not first or not second:
        raise Ambiguous(f"{text!r}: none for something")
    count, paid = (first + second, first) if "+" in match[0] else (first, second)
    return OfferText(kind="free", count=count, paid=paid)


def _single(kind: Kind) -> Callable[[str, Profile], OfferText]:
    """Return the reader of a text whose only amount is no price of the thing."""

    def read(text: str, profile: Profile) -> OfferText:
        pool = _signed(text)
        if len({amount.written for amount in pool}) != 1:
            raise Ambiguous(f"{text!r} tells {len(pool)} amounts")
        return OfferText(kind=kind, amount=pool[0].value(profile), currency=_currency(pool, profile))

    return read


def _deposit(text: str, profile: Profile) -> OfferText:
    """Return the price that a deposit comes on top of, or the deposit where it stands alone."""
    pool = _signed(text)
    if len(pool) != 2:
        return _single("deposit")(text, profile)
    price, added = pool
    if words.DEPOSIT.search(price.before + price.after.split("+")[0]) or not words.DEPOSIT.search(added.after):
        raise Ambiguous(f"{text!r}: which of the two is the deposit?")
    if words.INCLUDED.search(price.after):
        raise Ambiguous(f"{text!r}: the price holds a deposit")
    amount = price.value(profile)
    return OfferText(kind="price", amount=amount, currency=_currency(pool, profile), unit_price=amount)


def _crossed_out(text: str, profile: Profile) -> OfferText:
    """Return the price beside a crossed-out one, which is what stands behind the word for it."""
    pool = _signed(text)
    if len(pool) != 2:
        return _priced(text, profile)
    before = [amount for amount in pool if words.LIST.search(amount.before)]
    if len(before) != 1:
        raise Ambiguous(f"{text!r}: which of the two is asked now?")
    old, now = before[0].value(profile), next(amount for amount in pool if amount is not before[0]).value(profile)
    return OfferText(
        kind="crossed_out", amount=now, currency=_currency(pool, profile), list_price=old, unit_price=now
    )  # fmt: skip


def _member(text: str, profile: Profile) -> OfferText:
    """Return the members' price; of two it is the lower one."""
    pool = _signed(text)
    if len(pool) not in {1, 2}:
        raise Ambiguous(f"{text!r} tells {len(pool)} amounts")
    told = sorted({amount.value(profile) for amount in pool})
    everybody = told[1] if len(told) > 1 else None
    return OfferText(
        kind="member", amount=told[0], currency=_currency(pool, profile), list_price=everybody, unit_price=told[0]
    )  # fmt: skip


def _signed(text: str) -> list[Amount]:
    found = amounts(text)
    return [amount for amount in found if amount.signed] or found


def _currency(pool: list[Amount], profile: Profile) -> str | None:
    codes = {amount.currency(profile.currency) for amount in pool if amount.signed} or {profile.currency}
    if len(codes) > 1:
        raise Ambiguous("amounts in several currencies")
    return codes.pop()


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
    "many": _many,
    "free": _free,
    "per_period": _single("per_period"),
    "deposit": _deposit,
    "saving": _single("saving"),
    "member": _member,
    "crossed_out": _crossed_out,
}
