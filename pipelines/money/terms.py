"""How each kind of offer is read: what one pays, and what one of it comes to."""

from collections.abc import Callable
from decimal import Decimal

from pipelines.money import words
from pipelines.money.ambiguous import Ambiguous
from pipelines.money.amounts import Amount, amounts
from pipelines.money.offer_text import Kind, OfferText
from pipelines.money.parse import parse_money
from pipelines.records import Profile

_EXACT = Decimal("0.0001")
_MOST_BY_STROKE = 9
"""``2/£5`` is an offer, ``12/15 €`` may be anything."""


def priced(text: str, profile: Profile) -> OfferText:
    """Return a price, or the cheapest of several."""
    pool = amounts(text)
    if len(pool) == 2 and words.RANGE.fullmatch(pool[0].after):
        low, high = sorted(amount.value(profile) for amount in pool)
        return OfferText(kind="range", amount=low, high=high, currency=currency_of(pool, profile))
    amount, currency = parse_money(text, profile)
    kind: Kind = "from" if words.FROM.search(text) else "price"
    return OfferText(kind=kind, amount=amount, currency=currency, unit_price=amount if kind == "price" else None)


def many(text: str, profile: Profile) -> OfferText:
    """Return the price of several, and what one of them comes to."""
    match = words.MANY_FOR.search(text)
    count = int(match[1]) if match else 0
    amount, currency = parse_money(text[match.end() :] if match else "", profile)
    if count < 1 or (match and "/" in match[0] and count > _MOST_BY_STROKE):
        raise Ambiguous(f"{text!r}: how many for this price?")
    each = (amount / count).quantize(_EXACT)
    return OfferText(kind="many", amount=amount, currency=currency, count=count, unit_price=each)


def free(text: str, _profile: Profile) -> OfferText:
    """Return how many one gets and pays for: of ``3 for 2``, ``2+1`` and ``buy two get one`` three and two.

    Where only part of that is told, both are one.
    """
    match = words.FREE.search(text)
    bought = words.BUY_GET.search(text)
    if not match or not (match[1] or bought):
        return OfferText(kind="free")
    first, second = (_count(told) for told in (bought or match).groups())
    if not first or not second:
        raise Ambiguous(f"{text!r}: none for something")
    count, paid = (first + second, first) if bought or "+" in match[0] else (first, second)
    return OfferText(kind="free", count=count, paid=paid)


def _count(told: str) -> int:
    spelt = {"one": 1, "two": 2, "three": 3}
    return spelt[told.lower()] if told.lower() in spelt else int(told)


def single(kind: Kind) -> Callable[[str, Profile], OfferText]:
    """Return the reader of a text whose only amount is no price of the thing."""

    def read(text: str, profile: Profile) -> OfferText:
        pool = _signed(text)
        if len({amount.written for amount in pool}) != 1:
            raise Ambiguous(f"{text!r} tells {len(pool)} amounts")
        return OfferText(kind=kind, amount=pool[0].value(profile), currency=currency_of(pool, profile))

    return read


def deposit(text: str, profile: Profile) -> OfferText:
    """Return the price that a deposit comes on top of, or the deposit where it stands alone."""
    pool = _signed(text)
    if len(pool) != 2:
        return single("deposit")(text, profile)
    price, added = pool
    if words.DEPOSIT.search(price.before + price.after.split("+")[0]) or not words.DEPOSIT.search(added.after):
        raise Ambiguous(f"{text!r}: which of the two is the deposit?")
    if words.INCLUDED.search(price.after):
        raise Ambiguous(f"{text!r}: the price holds a deposit")
    amount = price.value(profile)
    return OfferText(kind="price", amount=amount, currency=currency_of(pool, profile), unit_price=amount)


def crossed_out(text: str, profile: Profile) -> OfferText:
    """Return the price beside a crossed-out one, which is what stands behind the word for it."""
    pool = _signed(text)
    if len(pool) == 1 and words.GONE.search(pool[0].before):
        old = pool[0].value(profile)
        return OfferText(kind="crossed_out", currency=currency_of(pool, profile), list_price=old)
    if len(pool) != 2:
        return priced(text, profile)
    before = [amount for amount in pool if words.LIST.search(amount.before)]
    if len(before) != 1:
        raise Ambiguous(f"{text!r}: which of the two is asked now?")
    old, now = before[0].value(profile), next(amount for amount in pool if amount is not before[0]).value(profile)
    return OfferText(
        kind="crossed_out", amount=now, currency=currency_of(pool, profile), list_price=old, unit_price=now
    )  # fmt: skip


def member(text: str, profile: Profile) -> OfferText:
    """Return the members' price; of two it is the lower one."""
    pool = _signed(text)
    if len(pool) not in {1, 2}:
        raise Ambiguous(f"{text!r} tells {len(pool)} amounts")
    told = sorted({amount.value(profile) for amount in pool})
    everybody = told[1] if len(told) > 1 else None
    return OfferText(
        kind="member", amount=told[0], currency=currency_of(pool, profile), list_price=everybody, unit_price=told[0]
    )  # fmt: skip


def _signed(text: str) -> list[Amount]:
    found = amounts(text)
    return [amount for amount in found if amount.signed] or found


def currency_of(pool: list[Amount], profile: Profile) -> str | None:
    """Return the one currency of several amounts; raises Ambiguous."""
    codes = {amount.currency(profile.currency) for amount in pool if amount.signed} or {profile.currency}
    if len(codes) > 1:
        raise Ambiguous("amounts in several currencies")
    return codes.pop()
