"""Judge: is this record possible? One that is not is set aside with the reason; the run goes on."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from pipelines.hours import WEEKDAYS
from pipelines.records import Attention, Count, Invoice, Location, Price, Sighting, Slot

KINDS = ("own_shop", "partner", "locker", "parking")
ACCESS = ("public", "internal")
STATUS = ("available", "no_pickup_time", "coming_soon", "closed")
SLOT_STATUS = ("free", "full", "closed", "past_cutoff", "not_offered")
AVAILABILITY = ("in_stock", "out_of_stock")
OFFER_KINDS = ("price", "from", "range", "many", "free", "per_period", "crossed_out", "member")
MOST_PLACES = 1_000_000
"""Of one slot; more is a number of something else."""


def judge(sighting: Sighting, seen_at_utc: datetime) -> str | None:
    """Return why the record cannot be true, or None when it can."""
    return _RULES[type(sighting)](sighting, seen_at_utc)


def _word(name: str, value: str | None, known: tuple[str, ...]) -> str | None:
    """Refuse a word that is not known; it is never taken for one that is."""
    if value is None or value in known:
        return None
    return f"{name} {value!r} is not one of {', '.join(known)}: map it under `values` in the declaration"


def _location(place: Location, _seen_at_utc: datetime) -> str | None:
    if place.lat is not None and place.lon is not None:
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
            return f"no place on earth: {place.lat}, {place.lon}"
        if abs(place.lat) < 1 and abs(place.lon) < 1:
            return "coordinates 0, 0: not filled in at the source"
    if place.pickup_weekdays is not None and not 0 <= place.pickup_weekdays <= len(WEEKDAYS):
        return f"{place.pickup_weekdays} weekdays"
    return (
        _word("kind", place.kind, KINDS)
        or _word("access", place.access, ACCESS)
        or _word("status", place.status, STATUS)
    )


def _slot(slot: Slot, seen_at_utc: datetime) -> str | None:
    if slot.slot_end_utc <= slot.slot_start_utc:
        return "it ends before it starts"
    if abs(slot.slot_start_utc - seen_at_utc) > timedelta(days=366):
        return "more than a year from when it was seen"
    for places in (slot.places, slot.capacity):
        if places is not None and not 0 <= places <= MOST_PLACES:
            return f"{places} places"
    if slot.places is not None and slot.capacity is not None and slot.places > slot.capacity:
        return f"{slot.places} places left of {slot.capacity}"
    return _word("status", slot.status, SLOT_STATUS)


def _price(offer: Price, _seen_at_utc: datetime) -> str | None:
    if offer.price is not None and offer.price <= 0:
        return f"price {offer.price}"
    if (offer.price is not None or offer.offer_each is not None) and offer.currency is None:
        return "a price without currency: the declaration can name one"
    return (
        _word("availability", offer.availability, AVAILABILITY)
        or _word("availability_text", offer.availability_text, AVAILABILITY)
        or _word("offer_kind", offer.offer_kind, OFFER_KINDS)
    )


def _invoice(invoice: Invoice, seen_at_utc: datetime) -> str | None:
    numbers = [number for number in (invoice.invoice_number, invoice.order_number) if number is not None]
    if not numbers:
        return "neither an invoice number nor an order number"
    if not all(any(sign.isdigit() for sign in number) for number in numbers):
        return "a number without digits"
    if invoice.ordered_at_utc and invoice.ordered_at_utc > seen_at_utc + timedelta(days=1):
        return "ordered after it was seen"
    return None


def _attention(count: Attention, _seen_at_utc: datetime) -> str | None:
    return f"{count.value} {count.metric}" if count.value < 0 else None


def _count(count: Count, _seen_at_utc: datetime) -> str | None:
    return f"{count.value} {count.quantity}" if count.value < 0 else None


_RULES: Mapping[type, Callable[..., str | None]] = {
    Location: _location,
    Slot: _slot,
    Price: _price,
    Invoice: _invoice,
    Attention: _attention,
    Count: _count,
}
