"""Mails of own orders, read from a real server on this machine."""

import pytest
from imap import mail_server

from spiders.declaration import DeclarationError
from spiders.errors import Blocked, Empty, Gone, Missing

MAIL = (
    b"From: Shop <orders@shop.example>\r\nTo: Jane Doe <jane@home.example>\r\nSubject: Order confirmation\r\n"
    b"Date: Mon, 06 Jan 2025 10:00:00 +0100\r\n\r\nDear Jane Doe\r\nOrder number: %d\r\nInvoice number: 4711%d\r\n"
)
OTHER = b"From: Rival <r@rival.example>\r\nSubject: Order\r\n\r\nOrder number: 998877\r\n"


@pytest.fixture(autouse=True)
def secrets(monkeypatch):
    monkeypatch.setenv("SHOP_USER", "jane")
    monkeypatch.setenv("SHOP_PASSWORD", "right")


def words(mail_server, **more):
    where = {"server": "127.0.0.1", "port": mail_server.port, "encryption": "none"}
    return where | {"user": "$SHOP_USER", "password": "$SHOP_PASSWORD"} | more


def test_the_mails_of_a_folder_are_read_and_none_is_marked_as_seen(look):
    with mail_server([MAIL % (77001, 1), OTHER, MAIL % (77002, 2)], "right") as server:
        seen = look("http://shop.example", "invoices", "mailbox", words(server))
    assert [line["invoice_number"] for line in seen.lines("invoice")] == ["47112", "47111"]
    assert ("empty", "it is another shop's: it does not name the retailer") in seen.looks
    told = " / ".join(server.told)
    assert "EXAMINE" in told
    assert "BODY.PEEK[]" in told
    assert "SELECT" not in told
    assert "STORE" not in told
    assert not [page for page in seen.archived if b"Jane" in page.body or b"jane" in page.body]


def test_a_sender_and_a_size_are_asked_of_the_server(look):
    with mail_server([MAIL % (77001, 1)], "right") as server:
        look("http://shop.example", "invoices", "mailbox", words(server, sender="shop.example"))
    (search,) = [line for line in server.told if "SEARCH" in line]
    assert 'FROM "shop.example"' in search
    assert "SMALLER" in search


@pytest.mark.parametrize(
    ("mails", "password", "more", "error"),
    [
        ([], "right", {}, Empty),
        ([], "another", {}, Blocked),
        ([], "right", {"folder": "Shop"}, Gone),
        ([], "right", {"port": 1}, Missing),
    ],
)
def test_a_mailbox_that_cannot_be_read_is_said(make, tmp_path, mails, password, more, error):
    with mail_server(mails, password) as server, pytest.raises(error):
        list(make("invoices", "mailbox", words(server, **more)).pages(tmp_path))


@pytest.mark.parametrize("more", [{"password": "plain"}, {"server": "imap.elsewhere.example"}])
def test_a_password_stands_in_no_file_and_goes_nowhere_in_the_open(make, more):
    with mail_server([], "right") as server, pytest.raises(DeclarationError):
        make("invoices", "mailbox", words(server, **more))
