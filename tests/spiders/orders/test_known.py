"""Documents that were read before: fast, and without a word of theirs on the disk."""

import pytest

from spiders.orders.known import KnownDocuments

LETTER = b"Dear Jane Doe, Elm Street 5,\nKade\nInvoice number: 4711-A\nOrder number: 77123\nTotal: 5,00 EUR\n"


@pytest.fixture
def known(tmp_path):
    documents = KnownDocuments(tmp_path)
    yield documents
    documents.close()


def test_a_document_is_read_once(known, monkeypatch):
    (first,) = known.read(LETTER, "a.txt", "UTC")
    monkeypatch.setattr(known.readers, "read", lambda *_: pytest.fail("it was read again"))
    assert known.read(LETTER, "elsewhere.txt", "UTC") == [first]
    assert first["invoice_number"] == "4711-A"


@pytest.mark.parametrize("asked", [(LETTER + b" ", "a.txt", "UTC"), (LETTER, "a.txt", "Europe/Paris")])
def test_another_document_and_another_zone_are_another_question(known, monkeypatch, asked):
    known.read(LETTER, "a.txt", "UTC")
    monkeypatch.setattr(known.readers, "read", lambda *_: [{"reason": "read"}])
    assert known.read(*asked) == [{"reason": "read"}]


def test_what_is_kept_names_nobody(known, tmp_path):
    known.read(LETTER, "Jane Doe.txt", "UTC")
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert b"4711-A" in file.read_bytes()
    assert not [word for word in (b"Jane", b"Elm", b"Dear") if word in file.read_bytes()]


def test_a_cache_that_is_broken_costs_a_second_reading_and_no_more(known, tmp_path):
    first = known.read(LETTER, "a.txt", "UTC")
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    file.write_text("{torn")
    assert known.read(LETTER, "a.txt", "UTC") == first


def test_documents_of_another_shop_are_asked_for_with_the_names(known):
    mail = b"From: Rival <r@rival.example>\nSubject: Order 4455667\n\nOrder number: 4455667\n"
    assert known.read(mail, "m.eml", "UTC", ("Kade",))[0]["type"] == "other"
    assert known.read(mail, "m.eml", "UTC", ("Rival",))[0]["order_number"] == "4455667"
