"""Currencies: ISO 4217 codes, their minor units, and the signs and words that stand for them on a page."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

_UNLISTED = "XXX"
_LONGEST = 9


def _table() -> tuple[Mapping[str, int], Mapping[str, list[str]], set[str]]:
    """Return the decimals of each code, the codes of each sign, and the signs whose first code is what they mean."""
    decimals: dict[str, int] = {}
    signs: dict[str, list[str]] = defaultdict(list)
    clear: set[str] = set()
    for line in Path(__file__).with_name("currencies.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, minor, *written = line.split("\t")
        decimals[code] = int(minor)
        for word in [code, *" ".join(written).split()]:
            sign = word.removesuffix("!")
            signs[sign].insert(0 if sign != word else len(signs[sign]), code)
            clear |= {sign} if sign != word else set()
    for sign in [sign for sign in signs if len(sign) == 1 and not sign.isalpha()]:
        for code in signs[sign]:
            signs[code + sign] = [code]  # MXN$ is the dollar of Mexico
    return decimals, signs, clear


DECIMALS, _SIGNS, _CLEAR = _table()
"""How many decimals the minor unit of a currency has: 2, for the yen 0, for the dinar of Kuwait 3."""


def codes_of(sign: str) -> list[str]:
    """Return the ISO codes that a sign may stand for; empty for what is no sign.

    >>> codes_of("zł"), codes_of("kr"), codes_of("AU $")
    (['PLN'], ['DKK', 'ISK', 'NOK', 'SEK'], ['AUD'])
    """
    return _SIGNS.get("".join(sign.split()), [])


def meant(sign: str, currency: str | None) -> str | None:
    """Return the code that a sign stands for, where the shop's own currency is ``currency``; None if that is open.

    >>> meant("$", "CLP"), meant("$", None), meant("Br", None), meant("€", "CLP")
    ('CLP', None, 'BYN', 'EUR')
    """
    codes = codes_of(sign)
    if currency in codes:
        return currency
    if codes and (len(codes) == 1 or "".join(sign.split()) in _CLEAR):
        return codes[0] if codes[0] != _UNLISTED else None
    return None


def sign_at_end(text: str) -> str:
    """Return the longest sign that a text ends with, or nothing: ``Price: AU $`` ends with ``AU $``."""
    for length in range(min(_LONGEST, len(text)), 0, -1):
        sign, before = text[-length:], text[-length - 1 : -length]
        if not sign[0].isspace() and codes_of(sign) and not (sign[0].isalpha() and before.isalpha()):
            return sign
    return ""


def sign_at_start(text: str) -> str:
    """Return the longest sign that a text begins with, or nothing: ``Kč s DPH`` begins with ``Kč``."""
    for length in range(min(_LONGEST, len(text)), 0, -1):
        sign, after = text[:length], text[length : length + 1]
        if not sign[-1].isspace() and codes_of(sign) and not (sign[-1].isalpha() and after.isalpha()):
            return sign
    return ""
