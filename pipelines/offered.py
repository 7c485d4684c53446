"""What follows from the words of an offer: what one pays, on which terms, and what a unit of it costs."""

import re
from collections import Counter
from decimal import Decimal

from pipelines.gtin import gtin
from pipelines.money import Ambiguous, parse_money
from pipelines.money.offers import OfferText, parse_offer
from pipelines.quantity import Quantity, Unquantified, parse_quantity
from pipelines.records import Profile
from pipelines.unit_price import parse_unit_price, unit_price
from pipelines.units import stated_unit

_WORDY = re.compile(r"[^\W\d_]{2,}|[/+]|\d[\s€£$]*[-\u2013]\s?\D{0,2}\d")
"""What a text holds that may be more than an amount."""
_NO_PRICE = {"deposit", "saving"}
_EXACT = Decimal("0.0001")


def completed(row: dict[str, object], profile: Profile, repairs: Counter[str]) -> dict[str, object]:
    """Return a price row with its terms, GTIN and unit prices made plain; raises Ambiguous where the price is open.

    ``unit_price`` and ``unit`` come in as the shop states them; its amount goes out as ``stated_unit_price``.

    >>> row = completed({"name": "Cola 6 x 330 ml", "price": "2 for £5"}, Profile(timezone="UTC"), Counter())
    >>> row["price"], row["offer_kind"], row["offer_each"], row["currency"]
    (None, 'many', Decimal('2.5000'), 'GBP')
    """
    words = row | _priced(row.get("price"), profile)
    if words.get("offer_kind") == "per_period":
        words["price"] = None  # what one pays each month is no price of the thing
    words |= _promoted(words, profile, repairs)
    if words.get("gtin"):
        words["gtin"] = gtin(words["gtin"])
        if words["gtin"] is None:
            repairs["gtin with a wrong check digit left out"] += 1
    return words | _per_unit(words, profile, repairs)


def _priced(told: object, profile: Profile) -> dict[str, object]:
    """Return what the text of a price says beyond an amount."""
    if not isinstance(told, str) or not _WORDY.search(told):
        return {}
    try:
        offer = parse_offer(told, profile)
    except Ambiguous:
        return _by_weight(told, profile)
    if offer.kind in _NO_PRICE:
        raise Ambiguous(f"{told!r} tells no price but a {offer.kind}")
    everybody = {"many": None, "free": None, "per_period": None, "member": offer.list_price}
    price = everybody.get(offer.kind, offer.amount)
    words: dict[str, object] = {"price": price, "offer_kind": offer.kind}
    if offer.currency:
        words["currency"] = offer.currency
    if offer.kind == "crossed_out":
        words["list_price"] = offer.list_price
    return words | ({} if offer.kind == "price" else _terms(told, offer, price))


def _by_weight(told: str, profile: Profile) -> dict[str, object]:
    """Return the price of a kilogram or a litre of what is weighed out; raises Ambiguous where it is none of those."""
    try:
        _, _, currency = parse_unit_price(told, profile)
    except Unquantified as none:
        raise Ambiguous(f"{told!r} is no clear price") from none
    words: dict[str, object] = {"price": None, "unit_price": told, "unit": None}
    return words | ({"currency": currency} if currency else {})


def _promoted(row: dict[str, object], profile: Profile, repairs: Counter[str]) -> dict[str, object]:
    """Return what the words beside a price offer; words that are not understood are kept and counted."""
    told = row.get("offer_text")
    if not told or row.get("offer_kind") not in (None, "price"):
        return {}
    try:
        offer = parse_offer(str(told), profile)
        return _terms(str(told), offer, _amount(row.get("price"), profile))
    except Ambiguous:
        repairs["offer_text not understood"] += 1
        return {}


def _terms(told: str, offer: OfferText, price: Decimal | None) -> dict[str, object]:
    each = offer.unit_price
    if offer.count > offer.paid and offer.kind == "free" and price is not None:
        each = (price * offer.paid / offer.count).quantize(_EXACT)
    return {"offer_kind": offer.kind, "offer_text": told, "offer_each": each}


def _per_unit(row: dict[str, object], profile: Profile, repairs: Counter[str]) -> dict[str, object]:
    """Return our unit price and the shop's, for the unit that the shop names, else for that of the size."""
    stated, unit = _stated(row, profile, repairs)
    price, quantity = _amount(row.get("price"), profile), _quantity(row)
    if price is None or quantity is None or unit not in (None, quantity.unit):
        return {"unit_price": stated, "stated_unit_price": stated, "unit": unit}
    return {"unit_price": unit_price(price, quantity), "stated_unit_price": stated, "unit": quantity.unit}


def _stated(row: dict[str, object], profile: Profile, repairs: Counter[str]) -> tuple[Decimal | None, str | None]:
    """Return the shop's unit price in kg, l or pieces; one whose unit is not known is none."""
    told, unit = row.get("stated_unit_price") or row.get("unit_price"), row.get("unit")
    if told is None:
        return None, None
    try:
        if not unit:
            return parse_unit_price(str(told), profile)[:2]
        parts, of = stated_unit(str(unit))
        return (parse_money(told, profile)[0] / parts).quantize(_EXACT), of
    except (Ambiguous, Unquantified, ValueError, ArithmeticError):
        repairs["unit_price not understood"] += 1
        return None, None


def _quantity(row: dict[str, object]) -> Quantity | None:
    for told in filter(None, (row.get("size"), row.get("name"))):
        try:
            return parse_quantity(str(told))
        except Unquantified:
            continue
    return None


def _amount(told: object, profile: Profile) -> Decimal | None:
    return None if told in (None, "") else parse_money(told, profile)[0]
