"""FA(2) and FA(3), the e-invoice of Poland's KSeF: its fields are named by numbers."""

from decimal import Decimal

from lxml import etree  # type: ignore[import-untyped]

from spiders.orders.facts import amount, currency, identifier, iso_date
from spiders.orders.record import Order
from spiders.orders.xml_root import every, text

ROOTS = {"Faktura"}
_CORRECTIONS = {"KOR", "KOR_ZAL", "KOR_ROZ"}
_TAXES = tuple(f"Fa/P_14_{rate}" for rate in range(1, 6))
"""The tax of each rate; P_14_1W and the like are the same in another currency."""
_ORDER = "Fa/WarunkiTransakcji/Zamowienia"


def read_ksef(root: etree._Element) -> Order:
    """Return the invoice of an FA document."""
    taxes = [amount(each.text) for path in _TAXES for each in every(root, path)]
    return Order(
        type="credit_note" if text(root, "Fa/RodzajFaktury") in _CORRECTIONS else "invoice",
        invoice_number=identifier(text(root, "Fa/P_2")),
        issue_date=iso_date(text(root, "Fa/P_1")),
        order_number=_only(root, f"{_ORDER}/NrZamowienia"),
        order_date=iso_date(_only(root, f"{_ORDER}/DataZamowienia")),
        seller=text(root, "Podmiot1/DaneIdentyfikacyjne/Nazwa"),
        total=amount(text(root, "Fa/P_15")),
        tax_total=sum((tax for tax in taxes if tax is not None), Decimal()) if taxes else None,
        currency=currency(text(root, "Fa/KodWaluty")),
        confidence=0.99,
        method="ksef",
    )


def _only(root: etree._Element, path: str) -> str | None:
    """Return the text on a path where there is one; an invoice of several orders is no one's of them."""
    told = {each.text for each in every(root, path)}
    return identifier(told.pop()) if len(told) == 1 else None
