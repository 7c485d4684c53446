"""How long a folder of mixed documents takes to read: a thousand mails, pages, invoices and ledgers; and once more."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from fpdf import FPDF

from benchmarks.figure import Figure

DOCUMENTS = 1000
FIRST, AGAIN = 60.0, 3.0
"""Seconds, on two cores."""


def measure() -> Iterator[Figure]:
    """Read a folder with the command, twice."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "documents")
        folder.mkdir()
        for number in range(DOCUMENTS):
            name, body = _MADE[number % len(_MADE)](number)
            (folder / name).write_bytes(body)
        for name, limit in (("read", FIRST), ("read again", AGAIN)):
            yield Figure(name=f"{DOCUMENTS:,} documents, {name}", value=_seconds(folder), unit="s", limit=limit)


def _seconds(folder: Path) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "pipelines.cli", "read", "invoices", str(folder)]
    place = {"XDG_CACHE_HOME": str(folder.parent / "cache")}
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **place}, text=True)
    assert done.stdout.count('"invoice_number": "RE-') == DOCUMENTS
    return time.perf_counter() - begun


def _lines(number: int) -> list[str]:
    articles = [f"{n}  Artikel {number}-{n}    1    {n},00 EUR    {n},00 EUR" for n in range(1, 40)]
    return [
        "Rechnung",
        f"Rechnungsnummer: RE-{number:06}",
        "Rechnungsdatum: 06.01.2025",
        *articles,
        "Gesamtbetrag: 9,00 EUR",
    ]


def _page(number: int) -> str:
    cells = "".join(f"<tr><td><p style='color:#333'>{line}</p></td></tr>" for line in _lines(number))
    return f"<html><head><style>{'p {margin: 0} ' * 500}</style></head><body><table>{cells}</table></body></html>"


def _mail(number: int) -> tuple[str, bytes]:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "s@shop.example", "Rechnung", "Mon, 06 Jan 2025 10:00:00 +0100"
    mail.set_content("\n".join(_lines(number)))
    mail.add_alternative(_page(number), subtype="html")
    return f"{number}.eml", mail.as_bytes()


def _pdf(number: int) -> tuple[str, bytes]:
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=10)
    for line in _lines(number):
        document.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    return f"{number}.pdf", bytes(document.output())


def _saved(number: int) -> tuple[str, bytes]:
    return f"{number}.html", _page(number).encode()


def _ledger(number: int) -> tuple[str, bytes]:
    return f"{number}.csv", f"Rechnungsnummer;Bestelldatum;Summe\nRE-{number:06};06.01.2025;9,00\n".encode()


_MADE = (_mail, _pdf, _saved, _ledger)
