"""Which type a text's order is of, by the words that say what it is about and by what it states."""

from collections.abc import Container

from spiders.orders import notices
from spiders.orders.record import Type

DOUBTED = {
    "quote": "an offer, and no order yet",
    "reminder": "a reminder of what is not paid",
    "statement": "a statement of an account",
    "booking": "a booking, and no order of goods",
    "policy": "a contract, and no order of goods",
    "gift": "a gift card or a donation",
    "errand": "an order to a bank, the post or a workshop",
    "case": "a question to a service",
}
"""What a notice is about whose numbers are not an order's, or not sure to be, and how that is said."""
NOT_AN_ORDER = {"cancellation": "a cancellation", "refund": "a notice of a refund", **DOUBTED}
"""What a notice is about that states no order, and how that is said."""


def type_of(stated: Container[str], about: str | None, text: str) -> Type:
    """Return the type that the words of a document and what it states make it; ``about``: see ``notices.notice``."""
    if about in NOT_AN_ORDER:
        return "other"
    if about == "credit_note" or notices.credit_heading(text):
        return "credit_note"
    if about == "delivery" and not ("invoice_number" in stated and "total" in stated):
        return "delivery"
    if about == "payment":
        return "order"
    if "invoice_number" in stated or (notices.invoice_heading(text) and about != "order"):
        return "invoice"
    return "order"
