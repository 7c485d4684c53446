"""Every recorded document against what is expected of it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from spiders.orders.document import read_document

CASES = Path(__file__).parents[4] / "shared" / "fixtures" / "invoices"
NUMBERS = ("invoice_number", "order_number")
DAYS = ("issue_date", "order_date")
SUMS = ("total", "tax_total")
TYPE = {"invoice": "invoice", "order_page": "order", "order_history_page": "order"}
NOT_PRINTED = {"pdf_sammy", "txt_flipkart_in", "txt_netpresse_fr"}
"""Their seller is known to who wrote the expected values, and is no text of the document."""


@pytest.mark.skipif(not CASES.is_dir(), reason="the recorded inputs of ../shared/fixtures are not here")
@pytest.mark.parametrize("case", sorted(CASES.iterdir()) if CASES.is_dir() else [], ids=lambda case: case.name)
def test_a_recorded_document_is_read_as_expected(case):
    told = json.loads((case / "expected.json").read_text())
    expected = told["expected"].get("orders", [told["expected"]])
    (file,) = (f for f in case.iterdir() if f.name not in {"expected.json", "upstream.json"})
    orders = read_document(file.read_bytes(), name=file.name)
    assert len(orders) == len(expected)
    for order, wanted in zip(orders, expected, strict=True):
        for name in (*NUMBERS, *DAYS, "currency"):
            assert name not in wanted or getattr(order, name) == wanted[name]
        for name in SUMS:
            assert name not in wanted or getattr(order, name) == Decimal(wanted[name])
        assert case.name in NOT_PRINTED or "seller" not in wanted or order.seller == wanted["seller"]
        assert order.type == TYPE.get(told["kind"], "delivery" if "message_type" in wanted else "order")
