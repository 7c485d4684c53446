import json
from decimal import Decimal
from email.message import EmailMessage

import pytest
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders.declaration import DeclarationError
from spiders.errors import Changed, Missing
from spiders.orders import by_patterns
from spiders.orders.bounded import Reader

OPTIONS = {
    "folder": "inbox",
    "patterns": {
        "invoice_number": [r"Invoice no\.? (\S+)"],
        "order_number": [r"Order no\.? (\S+)"],
        "ordered_at_utc": [r"Date: (.+)$"],
        "total": [r"Total:\s+(\S+ EUR)"],
    },
}
LETTER = "Dear Jane Doe, Elm Street 5,\nInvoice no. 2025-17 for Jane Doe\nOrder no. 9\nTotal:\n2,49 EUR\nRegards"


def mail(text: str = LETTER, attached: bytes | None = None) -> bytes:
    message = EmailMessage()
    message["To"] = "Jane Doe <jane@home.example>"
    message["Subject"] = "Thank you, Jane"
    message["Date"] = "Mon, 06 Jan 2025 10:00:00 +0100"
    message.set_content(text)
    message.add_alternative(f"<p>{text}</p>", subtype="html")
    if attached:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename="invoice.pdf")
    return message.as_bytes()


def pdf(text: str = LETTER) -> bytes:
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    for line in text.split("\n"):
        document.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


MAIL, PDF = mail(), pdf()
MAIL_ROW = {
    "invoice_number": "2025-17",
    "order_number": "9",
    "ordered_at_utc": "2025-01-06T10:00:00+01:00",
    "total": "2,49 EUR",
}


def test_a_mail_gives_its_order(read, web):
    reading = read("invoices", "documents", OPTIONS, web(MAIL, "message/rfc822"))
    assert reading.rows == [MAIL_ROW]


def test_a_pdf_gives_its_order(read, web):
    reading = read("invoices", "documents", OPTIONS, web(PDF, "application/pdf"))
    assert reading.rows[0]["invoice_number"] == "2025-17"
    assert reading.rows[0]["total"] == "2,49 EUR"


def test_a_pdf_within_a_mail_is_read(read, web):
    reading = read("invoices", "documents", OPTIONS, web(mail("See the invoice.", pdf()), "message/rfc822"))
    assert reading.rows[0]["invoice_number"] == "2025-17"


@pytest.mark.parametrize(("body", "media_type"), [(MAIL, "message/rfc822"), (PDF, "application/pdf")])
def test_no_person_is_in_what_is_archived(make, web, body, media_type):
    documents = make("invoices", "documents", OPTIONS)
    kept = documents.redact(web(body, media_type))
    assert kept.media_type == "text/plain"
    for word in (b"Jane", b"Elm", b"Dear", b"Regards"):
        assert word not in kept.body
    assert documents.redact(kept) == kept
    assert documents.read(kept).rows == documents.read(web(body, media_type)).rows


def test_a_split_order_gives_a_row_for_each_invoice(read, web):
    text = "Order no. 9\nInvoice no. 17\nTotal: 1,00 EUR\nInvoice no. 18\nTotal: 2,00 EUR"
    rows = read("invoices", "documents", OPTIONS, web(text, "text/plain")).rows
    assert [(r["order_number"], r["invoice_number"], r["total"]) for r in rows] == [
        ("9", "17", "1,00 EUR"),
        ("9", "18", "2,00 EUR"),
    ]


def test_a_letter_about_something_else_is_empty(read, web):
    assert read("invoices", "documents", OPTIONS, web("Our new shop", "text/plain")).outcome == "empty"


def test_a_letter_without_its_numbers_is_changed(read, web):
    reading = read("invoices", "documents", OPTIONS, web("Bill 17\nTotal: 2,49 EUR", "text/plain"))
    assert (reading.outcome, reading.reason) == (
        "changed",
        "none of the 1 items has its invoice_number or order_number",
    )


def test_a_confirmation_is_an_order_that_has_no_invoice_yet(read, web):
    reading = read("invoices", "documents", OPTIONS, web("Thank you!\nOrder no. 9", "text/plain"))
    assert (reading.outcome, list(reading.rows)) == ("ok", [{"order_number": "9"}])


def test_the_folder_is_read_in_order_and_named_from_home(make, tmp_path):
    (tmp_path / "inbox").mkdir()
    for name in ("b.eml", "a.pdf", "c.doc"):
        (tmp_path / "inbox" / name).write_bytes(b"x")
    pages = list(make("invoices", "documents", OPTIONS).pages(tmp_path))
    assert [page.url for page in pages] == ["file:inbox/a.pdf", "file:inbox/b.eml"]


def test_a_missing_folder_is_said(make, tmp_path):
    with pytest.raises(Missing, match="there is no folder inbox"):
        list(make("invoices", "documents", OPTIONS).pages(tmp_path))


def test_a_document_that_breaks_its_bounds_is_changed_and_archived_as_nothing(make, web, monkeypatch):
    monkeypatch.setattr(by_patterns, "_reader", lambda: Reader(deadline=0.0))
    documents = make("invoices", "documents", OPTIONS)
    assert documents.redact(web(PDF, "application/pdf")).body == b""
    with pytest.raises(Changed, match="more time or memory"):
        documents.read(web(PDF, "application/pdf"))


@pytest.mark.parametrize("pattern", ["No group", "(a)(b)", "(?<=No )(.+)", "(unclosed"])
def test_a_pattern_that_cannot_be_kept_to_is_refused(make, pattern):
    with pytest.raises(DeclarationError, match=r"options\.patterns\.invoice_number\.0"):
        make("invoices", "documents", {"folder": "x", "patterns": {"invoice_number": [pattern]}})


BY_RULES = {"folder": "inbox", "files": ["*.eml", "cur/*"]}
SHOPS = b"From: Shop <o@shop.example>\nTo: Jane Doe <jane@home.example>\nSubject: Order confirmation\n" + (
    b"Date: Mon, 06 Jan 2025 10:00:00 +0100\n\nDear Jane Doe, Elm Street 5\nOrder number: 77123\n"
    b"Invoice number: 4711-1\nTotal: 5,00 EUR\nFulfilment: pickup\n"
)
KEPT = {
    "invoice_number": "4711-1",
    "order_number": "77123",
    "total": Decimal("5.00"),
    "currency": "EUR",
    "fulfilment": "pickup",
}


def test_without_patterns_a_mail_is_read_by_rules(read, web):
    reading = read("invoices", "documents", BY_RULES, web(SHOPS, "message/rfc822", url="file:Jane%20Doe.eml"))
    assert list(reading.rows) == [KEPT]


def test_what_is_archived_by_rules_is_facts_under_a_hash_and_reads_the_same(make, web):
    documents = make("invoices", "documents", BY_RULES)
    kept = documents.redact(web(SHOPS, "message/rfc822", url="file:Jane%20Doe.eml"))
    assert kept.url.startswith("file:sha256-")
    assert not [word for word in (b"Jane", b"jane", b"Elm", b"Dear", b"shop.example") if word in kept.body]
    assert documents.redact(kept) == kept
    assert list(documents.read(kept).rows) == [KEPT]


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        (b"From: Rival <r@rival.example>\nSubject: x\n\nOrder number: 4455667", "empty", "another shop's"),
        (b"Subject: Shop\n\nCredit note\nOrder number: 4455667", "empty", "a credit note without a number"),
        (b"Subject: Shop\n\nYour order 4455667 has been cancelled", "empty", "a cancellation"),
        (b"Subject: Shop\n\nYour parcel is on its way. Order number: 4455667", "empty", "a delivery"),
        (b"Subject: Shop\n\nA letter", "empty", "it states no order"),
    ],
)
def test_what_is_no_order_of_ones_own_is_said(read, web, text, outcome, reason):
    reading = read("invoices", "documents", BY_RULES, web(text, "message/rfc822", url="file:a.eml"))
    assert reading.outcome == outcome
    assert reason in reading.reason


def test_a_credit_note_is_kept_as_one_and_reads_the_same(make, web):
    told = (
        b"Subject: Shop\n\nCredit note for Jane Doe\nCredit note number: CN-44\nInvoice number: F-43\nTotal: EUR 2.00"
    )
    documents = make("invoices", "documents", BY_RULES)
    kept = documents.redact(web(told, "message/rfc822", url="file:a.eml"))
    assert b"Jane" not in kept.body
    (row,) = documents.read(kept).rows
    assert (row["type"], row["invoice_number"], row.get("total")) == ("credit_note", "CN-44", Decimal("2.00"))


def test_a_total_that_is_contradicted_is_left_open_and_said(read, web):
    told = SHOPS + b"Grand total: 6,00 EUR\nOrder total: 7,00 EUR\n"
    reading = read("invoices", "documents", BY_RULES, web(told, "message/rfc822", url="file:a.eml"))
    assert [row.get("total") for row in reading.rows] == [None]
    assert reading.reason == "it contradicts itself: total 6.00 or 7.00"


def test_the_mails_of_an_mbox_are_read_each(read, web):
    box = b"From x\n" + SHOPS + b"\nFrom x\n" + SHOPS.replace(b"77123", b"77124").replace(b"4711-1", b"4711-2")
    reading = read("invoices", "documents", BY_RULES, web(box, "application/octet-stream", url="file:box"))
    assert [row["invoice_number"] for row in reading.rows] == ["4711-1", "4711-2"]


def test_a_maildir_is_a_folder_of_mails(look, tmp_path):
    (tmp_path / "inbox" / "cur").mkdir(parents=True)
    (tmp_path / "inbox" / "cur" / "1736154000.1.host:2,S").write_bytes(SHOPS)
    seen = look("http://shop.example", "invoices", "documents", BY_RULES)
    assert [line["invoice_number"] for line in seen.lines("invoice")] == ["4711-1"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(body=st.binary() | st.sampled_from([PDF, MAIL]).flatmap(lambda whole: st.binary().map(whole[:-40].__add__)))
@pytest.mark.parametrize("media_type", ["message/rfc822", "application/pdf", "text/html", "text/plain", "image/png"])
def test_no_document_makes_redaction_or_reading_raise(make, read, web, body, media_type):
    kept = make("invoices", "documents", OPTIONS).redact(web(body, media_type))
    assert read("invoices", "documents", OPTIONS, kept).outcome in {"ok", "empty", "changed"}


def test_a_recorded_pdf_invoice_is_read(read, web, fixtures):
    folder = fixtures / "invoices" / "zf2_mustang_507"
    expected = json.loads((folder / "expected.json").read_text())["expected"]
    options = {"folder": "x", "patterns": {"invoice_number": [r"(RE-\d+/\d+)"], "total": [r"Gesamt\D*([\d.,]+)"]}}
    reading = read("invoices", "documents", options, web((folder / "invoice.pdf").read_bytes(), "application/pdf"))
    assert {row["invoice_number"] for row in reading.rows} == {expected["invoice_number"]}
