# ruff: noqa: E501, RUF001 - signs of money and letters as documents write them
"""The seller of an invoice, by the legal form behind its name: Ltd, GmbH, B.V. and the like."""

import re

from spiders.orders.lines import Line
from spiders.orders.words import fold

_FORM = re.compile(
    r"(?<!\w)(?:Ltd\.?|Limited|LLC|Inc\.?|PLC|GmbH(?: & Co\. ?KG)?|AG|KG|OHG|UG|e\.K\.|SE|B\.?V\.?|N\.V\.|BVBA|SARL|S\.?à\.?r\.?l\.?|SAS|"
    r"S\.A\.S\.|S\.?A\.?|S\.?L\.?U?\.?|S\.?r\.?l\.?|S\.?p\.?A\.?|Lda\.?|A/S|ApS|AB|ASA?|Oyj?|sp\. ?z ?o\.? ?o\.?|Sp\. z o\.o\.|s\.r\.o\.|a\.s\.|"
    r"Kft\.?|Zrt\.?|Nyrt\.?|S\.R\.L\.|EOOD|OOD|ЕООД|ООД|АД|d\.o\.o\.|OÜ|SIA|UAB|Α\.Ε\.|ΑΕ)(?!\w)"
)
_BUYER = re.compile(
    r"\b(?:bill(?:ed)? to|ship to|sold to|customer|buyer|billing address|shipping address|invoice to|rechnungsadresse|rechnungsempfanger|"
    r"kunde|kaufer|klant|factuuradres|client|facture a|cliente|comprador|acheteur|acquirente|destinatario|kund|asiakas|nabywca|"
    r"odberatel|odoberatel|vevo|cumparator|получател|αγοραστης|kupac|kupec|ostja|pircejs|pirkejas|alici)\b"
)
_FIRST = 25


def company(lines: list[Line]) -> str | None:
    """Return the one company that heads an invoice; None where there are several, or one of them may be the buyer."""
    found = {}
    for line in lines[:_FIRST]:
        for cell in line:
            if _BUYER.search(fold(cell.text)):
                return None
            if (form := _FORM.search(cell.text)) and form.start() and form.end() <= 60 and not cell.labels:
                name = cell.text[: form.end()].strip(" ,;:")
                found[name.casefold()] = name
    return next(iter(found.values())) if len(found) == 1 else None
