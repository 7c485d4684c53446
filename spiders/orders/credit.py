"""Whose number a document states: its own, or that of the invoice that it takes back or replaces."""

from dataclasses import replace

from spiders.orders.announced import Evidence

_OWN = {"credit", "credit_number"}
_UNSURE = 0.5
"""Taken off how sure a number is that may be the invoice's as well as the credit note's."""


def own_numbers(evidence: list[Evidence]) -> list[Evidence]:
    """Return a credit note's evidence without what it says of the invoice that it takes back.

    A number called the credit note's is its own, any other is not. Where none is called so, the number of "an
    invoice" is its own where another is referred to, else it may be either.
    """
    here = [each for each in evidence if not each.elsewhere]
    if any(each.label in _OWN and each.field == "invoice_number" for each in here):
        return [each for each in here if each.field != "invoice_number" or each.label in _OWN]
    if len(here) < len(evidence):
        return here
    return [replace(e, sure=e.sure * _UNSURE) if e.field == "invoice_number" else e for e in evidence]


def without_others(evidence: list[Evidence]) -> list[Evidence]:
    """Return an invoice's evidence without the number of another invoice that it refers to, where it has its own."""
    own = {e.value for e in evidence if e.field == "invoice_number" and not e.elsewhere}
    return [each for each in evidence if not (own and each.elsewhere)]
