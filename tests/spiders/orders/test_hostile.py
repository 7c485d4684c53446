# ruff: noqa: E501 - documents stand here as they are written
"""Documents that mean harm, or are broken: a row with its reason, in bounded time and memory."""

import gzip
import io
import zipfile
import zlib
from email.message import EmailMessage
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spiders.orders.bounded import Reader
from spiders.orders.document import read_document
from spiders.reads.invoices import read

BOMB = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>&c;</ID></Invoice>"""
OUTSIDE = (
    b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice><ID>&x;</ID></Invoice>"""
)
KINDS = ["a.pdf", "a.eml", "a.xml", "a.html", "a.txt", "a.csv", "a.bin", "a.html.gz"]


def rows(file):
    return list(read(file, platform=None, url=None, timezone="UTC"))


@pytest.mark.parametrize("xml", [BOMB, OUTSIDE])
def test_entities_are_refused_and_said(xml):
    (order,) = read_document(xml, name="invoice.xml")
    assert (order.type, order.invoice_number) == ("other", None)
    assert "document type" in order.reason


def pdf_bomb(size):
    packed = zlib.compress(b" " * size, 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    ]  # fmt: skip
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def test_a_pdf_bomb_ends_at_its_bounds():
    bomb, begin = pdf_bomb(600_000_000), monotonic()
    with Reader(deadline=8) as reader:
        (row,) = reader.read(bomb, "bomb.pdf", "UTC")
    assert row["type"] == "other"
    assert row["reason"]
    assert monotonic() - begin < 15


def test_the_reader_goes_on_after_a_document_that_broke_its_bounds():
    with Reader(deadline=0) as reader:
        assert reader.read(b"Order number: 77123", "a.txt", "UTC")[0]["type"] == "other"
        reader.deadline = 30
        assert reader.read(b"Order number: 77123", "a.txt", "UTC")[0]["order_number"] == "77123"


def test_a_mail_of_200_megabytes_is_read_up_to_a_bound(tmp_path):
    file = tmp_path / "big.eml"
    with file.open("wb") as opened:
        opened.write(b"Subject: Order confirmation\nDate: Mon, 06 Jan 2025 10:00:00 +0100\n\nOrder number: 771234\n")
        opened.writelines(b"x" * 70 + b"\n" for _ in range(3_000_000))
    begin = monotonic()
    (row,) = rows(file)
    assert row["order_number"] == "771234"
    assert "first 16 MB" in row["reason"]
    assert monotonic() - begin < 30


def test_a_zip_in_a_mail_is_left_alone():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("invoice.txt", "Invoice number: 99999 " * 100_000)
    message = EmailMessage()
    message["Subject"] = "Your order 771234"
    message.set_content("Order number: 771234")
    message.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="invoice.pdf.zip")
    (order,) = read_document(message.as_bytes(), name="m.eml")
    assert (order.order_number, order.invoice_number) == ("771234", None)


def test_a_gzip_bomb_is_unpacked_up_to_a_bound():
    assert read_document(gzip.compress(b"Order number: 771234\n" + b" \n" * 30_000_000), name="a.txt.gz")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(charset):
    (order,) = read_document("Rechnungs-Nr.: Ä-4711\nGesamtbetrag 5,00 €".encode(charset), name="a.txt")
    assert order.invoice_number == "Ä-4711"


def test_a_mail_whose_charset_does_not_exist_is_read():
    mail = b"Subject: =?nix-8?q?hi?=\nContent-Type: text/plain; charset=nix-8\n\nOrder number: 771234 \xff\xfe\n"
    (order,) = read_document(mail, name="a.eml")
    assert order.order_number == "771234"


def test_a_mailbox_gives_the_orders_of_its_mails(tmp_path):
    one = "From shop@x Mon Jan  6 10:00:00 2025\nSubject: Order confirmation\n\nOrder number: 77123{n}\nTotal: £{n}.00\n\n"
    (tmp_path / "box").write_text("".join(one.format(n=n) for n in (1, 2, 3)))
    assert [(row["order_number"], row["total"]) for row in rows(tmp_path / "box")] == [
        ("771231", "1.00"), ("771232", "2.00"), ("771233", "3.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["(" * 200_000, "Total " * 100_000, "1 " * 300_000, "a." * 300_000, "<div>" * 50_000, "Order # " * 50_000]
)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_text_that_is_hard_to_read_takes_seconds_at_most(text, name):
    begin = monotonic()
    read_document(text.encode(), name=name)
    assert monotonic() - begin < 10


@settings(deadline=None, max_examples=60)
@given(body=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
@pytest.mark.parametrize("name", KINDS)
def test_no_bytes_make_it_raise(name, body):
    begin = {"a.pdf": b"%PDF-1.4\n", "a.eml": b"Subject: Order 1\nDate: x\n", "a.html.gz": b"\x1f\x8b"}.get(name, b"")
    assert read_document(begin + body, name=name)


@settings(deadline=None, max_examples=150)
@given(
    parts=st.lists(
        st.sampled_from(["Invoice no", "Order date", "Total", "Rechnung", ": ", "\n", "\t", "   ", "#", "12.3", "€", "1.234,50", "03/04/2024", "x" * 9, "VAT 20%"]),
        max_size=40,
    )
)  # fmt: skip
def test_no_text_of_labels_and_values_makes_it_raise(parts):
    (first, *_) = read_document("".join(parts).encode(), name="a.txt")
    assert first.reason is None or not first.reason.startswith("the document cannot be read")


def test_a_spreadsheet_that_unpacks_to_more_than_is_read_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 150_000_000)
    begin = monotonic()
    (order,) = read_document(packed.getvalue(), name="a.xlsx")
    assert (order.type, order.reason) == ("other", "the spreadsheet unpacks to more than is read")
    assert monotonic() - begin < 5


def test_a_mail_of_mails_of_mails_ends():
    message = EmailMessage()
    message.set_content("Order number: 771234")
    for _ in range(30):
        outer = EmailMessage()
        outer.set_content("See below.")
        outer.add_attachment(message)
        message = outer
    begin = monotonic()
    assert read_document(message.as_bytes(), name="m.eml")
    assert monotonic() - begin < 5


def test_a_mail_in_bytes_that_no_header_announces_is_read_with_its_accents():
    mail = "Subject: Votre commande\nDate: Mon, 06 Jan 2025 10:00:00 +0100\n\nNuméro de commande : É-4711\n".encode()
    assert read_document(mail, name="m.eml")[0].order_number == "É-4711"
