"""One's own orders by every way in which they tell their numbers, through the real commands."""

import gzip
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from commands import Orderscope
from sandboxed import point_at

from pipelines import warehouse
from pipelines.ask import rows_of
from sandbox.control import trading
from sandbox.sessions import CUSTOMER
from spiders.installed_browser import available

PLACED = datetime.fromisoformat("2025-01-08T09:00")
NOW = "2025-02-01T09:00"
FACTS = "invoice_number, order_number, ordered_at_utc, issued_at_utc, fulfilment, basket, total, currency"
SECRETS = [str(value) for value in vars(CUSTOMER).values() if len(str(value)) > 5]


@pytest.fixture(scope="module")
def shop():
    with trading(weeks=5, seed=2, port=0) as shop:
        for week, basket in enumerate((("ambient", "pickup"), ("both", "pickup"), ("fresh", "home"))):
            shop.set_now(PLACED + timedelta(weeks=week))
            shop.place_order(*basket)
        yield shop


@pytest.fixture(scope="module")
def inbox(shop, tmp_path_factory):
    """The documents of four invoices, a ledger of one more, another shop's mail; in names of files too, the person."""
    folder = tmp_path_factory.mktemp("inbox")
    shop.write_documents(folder)
    person = f"{CUSTOMER.name}, {CUSTOMER.street}, {CUSTOMER.phone}, {CUSTOMER.mail}"
    (folder / f"ledger {CUSTOMER.name}.csv").write_text(
        f"invoice_no;order_no;order_date;total;customer\nKD-0000007;700;2025-01-07;5,00;{person}\n"
    )
    (folder / "credit.eml").write_bytes(
        mail(
            f"Creditnota voor {person}\nCreditnotanummer: KD-0000009\nFactuurnummer: KD-0000007",
            "Kade <k@kade.example>",
        )
    )
    (folder / "other.eml").write_bytes(
        mail(f"Dear {person}\nOrder number: 998877\nTotal: €9.00", "Rival <r@rival.example>")
    )
    (folder / f"{CUSTOMER.mail}.eml").write_bytes(
        mail(f"Order number: 998878\n{person}", "Kade <k@kade.example>", "<p>Order number: 998879</p>")
    )
    return folder


def mail(text, sender, page=None):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, f"{CUSTOMER.name} <{CUSTOMER.mail}>", "Your order"
    message["Date"] = "Mon, 06 Jan 2025 10:00:00 +0100"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


@pytest.fixture(scope="module")
def imported(shop, inbox, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    point_at(home, shop)
    orderscope = Orderscope(home, now=NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        said = orderscope("import", "sandbox", "invoices", inbox, "--seen-at", NOW)
    return home, said


def invoices(home):
    with warehouse.reading(home) as con:
        return rows_of(con, f"SELECT {FACTS} FROM raw.invoice WHERE type = 'invoice' ORDER BY ALL")


def listed(home):
    return Orderscope(home, now=NOW).rows("orders", "sandbox")


def looks(home):
    with warehouse.reading(home) as con:
        return rows_of(con, "SELECT outcome, reason FROM raw.look WHERE outcome <> 'ok' ORDER BY ALL")


def test_mails_and_invoices_of_the_same_orders_land_once(imported):
    home, _ = imported
    rows = invoices(home)
    assert len(rows) == 5
    assert [(row["basket"], row["fulfilment"]) for row in rows[1:]] == [
        ("ambient", "pickup"), ("both", "pickup"), ("both", "pickup"), ("fresh", "home"),
    ]  # fmt: skip
    assert rows[1]["ordered_at_utc"] == rows[1]["issued_at_utc"] == PLACED


def test_a_credit_note_is_listed_as_one_and_is_no_order(imported):
    home, _ = imported
    noted = [row for row in listed(home) if row["type"] == "credit_note"]
    assert [(row["invoice_number"], row["order_number"], row["number"]) for row in noted] == [("KD-0000009", None, "9")]
    assert {row["type"] for row in listed(home) if row not in noted} == {"invoice"}


def test_another_shops_mail_and_a_contradiction_are_looks_with_their_reason(imported):
    home, _ = imported
    assert [(look["outcome"], look["reason"]) for look in looks(home)] == [
        ("changed", "it contradicts itself: order_number 998879 or 998878"),
        ("empty", "it is another shop's: it does not name the retailer"),
    ]


def test_the_names_of_files_that_are_not_kept_are_shown_and_nowhere_written(shop, tmp_path):
    home, inbox = tmp_path / "home", tmp_path / "inbox"
    point_at(home, shop)
    inbox.mkdir()
    for name in ("Jane One.pdf", "Jane Two.pdf"):
        (inbox / name).write_bytes(b"%PDF-1.7 " + name.encode())
    orderscope = Orderscope(home, now=NOW)
    for again in range(2):
        said = orderscope.run("import", "sandbox", "invoices", inbox, "--seen-at", NOW).stderr
        assert [line.partition(":")[0] for line in said.splitlines() if "Jane" in line] == (
            [] if again else ["Jane One.pdf", "Jane Two.pdf"]
        )
    assert len({look["url"] for look in orderscope.rows("sql", "SELECT url FROM raw.look")}) == 2
    written = [file for file in home.rglob("*") if file.is_file() and file.suffix != ".gz"]
    assert not [file for file in written if b"Jane" in file.read_bytes() or "Jane" in file.name]


def test_nobodys_data_reaches_the_disk_by_an_import(imported):
    home, said = imported
    assert not [secret for secret in SECRETS if secret in said]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any("cache" in path.parts for path in files)
    for file in files:
        stored = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        found = [secret for secret in SECRETS if secret.encode() in stored or secret in str(file)]
        assert not found, file


def test_the_archive_alone_gives_the_same_rows(imported):
    home, _ = imported
    before = invoices(home), looks(home), listed(home)
    Orderscope(home, now=NOW)("rebuild")
    assert (invoices(home), looks(home), listed(home)) == before


def test_the_account_says_the_same_of_the_same_orders(imported, shop, tmp_path):
    if not available():
        pytest.skip("no browser here: the account cannot be looked at")
    home, _ = imported
    point_at(tmp_path, shop)
    shop.set_now(datetime.fromisoformat(NOW))
    Orderscope(tmp_path, now=NOW)("run", "sandbox.invoices")
    assert invoices(tmp_path) == invoices(home)[1:]
