"""One text, one amount: the only place that decides which number of a text is its price."""

import re
from decimal import Decimal
from itertools import pairwise

from pipelines.money import words
from pipelines.money.ambiguous import Ambiguous
from pipelines.money.amounts import Amount, amounts, plain
from pipelines.money.currencies import codes_of
from pipelines.money.refusals import misplaced, no_price, per_unit, uncertain
from pipelines.records import Profile

_PLAIN = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BESIDE = re.compile(r"\s*|\s?[.,'\u2019\u00b7]+\s?")
_CENTS_BEHIND = re.compile(
    r"(?<![\d.,])(\d+)(?! [^\s\d]{1,5}\d)(?: ?([€£₽]|[^\W\d_]{1,4}\.?) ?|:)(\d\d)"
    r"(?: ?(?:gr|groszy|коп|к|cents?|ct|bani)\b\.?| ?(kr\b))?(?![\d.,%:]| ?\w)",
    re.IGNORECASE,
)
"""``35€ 99``, ``12 zł 99 gr``, ``12:90 kr``."""


def parse_money(value: object, profile: Profile) -> tuple[Decimal, str | None]:
    """Return the amount and its ISO 4217 currency (None where neither text nor profile tell); raises Ambiguous.

    Without a decimal separator in the profile it is inferred, and refused where it may be either.

    >>> parse_money("1.299,50 €", Profile(timezone="UTC", decimal=","))
    (Decimal('1299.50'), 'EUR')
    >>> parse_money("AED 8000 (USD 2179)", Profile(timezone="UTC"))
    (Decimal('8000'), 'AED')
    >>> parse_money("2 for £5", Profile(timezone="UTC"))
    Traceback (most recent call last):
    pipelines.money.ambiguous.Ambiguous: '2 for £5' is an offer, not a price: many for one price
    """
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _finite(Decimal(str(value))), profile.currency
    text = plain(value)
    if profile.decimal and _PLAIN.fullmatch(text) and not (profile.decimal == "," and _THOUSANDS.fullmatch(text)):
        # Numbers of JSON and schema.org: a point is a point whatever the shop's habit, except in 1.299.
        return Decimal(text), profile.currency
    amount = _chosen(_CENTS_BEHIND.sub(lambda found: _joined(found, profile.decimal or "."), text), profile)
    return amount.value(profile), amount.currency(profile.currency)


def _joined(found: re.Match[str], mark: str) -> str:
    """Return whole and cents as one number, where what parts them is a currency."""
    whole, sign, cents, crowns = found.groups()
    is_money = codes_of(sign.rstrip(".")) or codes_of(sign) if sign else crowns
    return f"{whole}{mark}{cents} {sign or crowns}" if is_money else found[0]


def _finite(amount: Decimal) -> Decimal:
    if not amount.is_finite():
        raise Ambiguous(f"{amount} is no amount")
    return amount


def _chosen(text: str, profile: Profile) -> Amount:
    """Return the amount that a text is about; raises Ambiguous."""
    outside = _ASIDE.sub(" ", text)
    told = outside if _pool(outside) else text
    pool = _pool(told)
    if not pool:
        raise Ambiguous(f"{text!r} holds no amount")
    if why := no_price(text) or per_unit(told):
        raise Ambiguous(f"{text!r} is an offer, not a price: {why}")
    first, values = pool[0], {amount.value(profile) for amount in pool}
    if len(values) > 1:
        _refuse_several(text, pool, profile)
    if why := misplaced(first) or uncertain(first, text):
        raise Ambiguous(f"{text!r}: {first.written} is {why}")
    if not first.signed and not profile.decimal and not words.LABEL.fullmatch(text[: text.index(first.written)]):
        raise Ambiguous(f"{text!r}: a number without currency among words")
    return first


def _pool(text: str) -> list[Amount]:
    """Return the numbers with a currency, or all where none has one."""
    found = amounts(text)
    signed = [amount for amount in found if amount.signed]
    for one, after in pairwise(found):
        if (one.signed != after.signed and _BESIDE.fullmatch(one.after)) or _is_span(one, after):
            raise Ambiguous(f"{text!r}: {one.written} and {after.written} belong together")
    return signed or found


def _is_span(one: Amount, after: Amount) -> bool:
    """Tell whether two numbers with one currency are the ends of a range: ``$3-4``, ``10 - 20 €``."""
    gap = one.after.strip().removeprefix(one.sign_after).removesuffix(after.sign_before).strip(" .,-\u2013")
    begins = one.signed or (one.first and words.LABEL.fullmatch(one.before))
    between = words.RANGE.fullmatch(one.after) and (not gap or words.RANGE.fullmatch(gap))
    return one.signed != after.signed and bool(begins and between)


def _refuse_several(text: str, pool: list[Amount], profile: Profile) -> None:
    """Refuse two amounts, unless they only stand beside each other and the profile leaves it open how they are read."""
    if len({amount.value(profile) for amount in pool}) > 2 or not pool[0].signed:
        raise Ambiguous(f"{text!r} holds {len(pool)} numbers: an offer, not a price")
    if "%" in text and pool[0].value(profile) > pool[-1].value(profile):
        raise Ambiguous(f"{text!r}: which of them is taken a share off?")
    if profile.decimal or words.RANGE.fullmatch(pool[0].after) or words.SEVERAL.search(text) or _is_told(pool):
        raise Ambiguous(f"{text!r} holds {len(pool)} amounts: an offer, not a price")


def _is_told(pool: list[Amount]) -> bool:
    """Tell whether more than blanks is between two amounts: ``de R$ 29 por R$ 19``."""
    one, after = pool[:2]
    between = one.after.strip().removeprefix(one.sign_after).removesuffix(after.sign_before)
    return any(sign.isalpha() or sign in "/+=→>»" for sign in between)
