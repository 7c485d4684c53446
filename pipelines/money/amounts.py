"""The amounts that a text holds, each with the currency sign beside it; counts, sizes and percentages are none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.money.ambiguous import Ambiguous
from pipelines.money.currencies import DECIMALS, codes_of, meant, sign_at_end, sign_at_start
from pipelines.money.numbers import read_number
from pipelines.money.words import MULTIPLE, ORDINAL, SIZE
from pipelines.records import Profile

_NUMBER = re.compile(
    r"""(?<![\d.,'\u2019])\d{1,3}(?:\ \d{3})+(?!\d)(?:[.,]\d+)?  # 1 299,90
      | \d+\ ?[.,]\ \d{2}(?![\d.,])                               # 392. 00
      | (?<![\w.,])[.,]\d{1,2}(?![\d.,])                         # .99
      | \d+(?:[.,'\u2019]\d+)*""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"</?[a-z]{1,20}\b[^<>]{0,200}>", re.IGNORECASE)
_LONGEST = 1000
_END_OF_NUMBER = re.compile(r"(?:[.,][-\u2013\u2014]{0,2}|\*)*\s?")
_DIGITS = {zero + step: 0x30 + step for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for step in range(10)}
"""Those of Arabic, Persian, Hindi, Bengali and Thai."""
_WIDE = _DIGITS | {0xFF01 + step: 0x21 + step for step in range(94)} | {
    0xFFE5: 0xA5, 0xFFE1: 0xA3, 0xFE69: 0x24, 0x66C: 0x27, 0x66B: 0x2E, 0x60: 0x27, 0xB4: 0x27, 0x200E: None,
    0x200F: None, 0x200B: None, 0xFEFF: None, 0xAD: None, 0x2212: 0x2D,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Amount:
    """A number in a text, and what stands around it."""

    written: str
    before: str
    """What stands between it and the number before."""
    after: str
    """What stands between it and the next number."""
    sign_before: str
    sign_after: str
    first: bool
    last: bool

    @property
    def signed(self) -> bool:
        """Tell whether a currency stands beside it."""
        return bool(self.sign_before or self.sign_after)

    def currency(self, shop: str | None) -> str | None:
        """Return its ISO code; ``shop`` is the shop's own currency, which decides what ``$`` means."""
        if not self.signed:
            return shop
        if self.sign_before and self.sign_after:
            after = codes_of(self.sign_after)
            both = [code for code in codes_of(self.sign_before) if code in after]
            return both[0] if len(both) == 1 else meant(self.sign_before, shop) if both else None
        return meant(self.sign_before or self.sign_after, shop)

    def value(self, profile: Profile) -> Decimal:
        """Return what it is; raises Ambiguous."""
        if self.sign_before and MULTIPLE.match(self.after):
            raise Ambiguous(f"{self.written!r} stands for thousands or more")
        return read_number(self.written, profile.decimal, DECIMALS.get(self.currency(profile.currency) or ""))


def plain(text: object) -> str:
    """Return a text with one kind of space, comma, point, apostrophe, digit width and minus; raises Ambiguous."""
    told = str(text)
    if _MARKUP.search(told):
        raise Ambiguous(f"{told[:40]!r} is markup, not a text")
    if len(told) > _LONGEST:
        raise Ambiguous(f"{told[:40]!r}... is a page, not a price")
    return " ".join(told.translate(_WIDE).split())


def amounts(text: str) -> list[Amount]:
    """Return the numbers of a plain text that may be money, in order.

    >>> [(amount.written, amount.sign_before or amount.sign_after) for amount in amounts("3 x 0,5 l -20% 2,99 €")]
    [('2,99', '€')]
    """
    found = list(_NUMBER.finditer(text))
    gaps = [
        text[end:begin]
        for end, begin in zip([0, *(m.end() for m in found)], [*(m.start() for m in found), len(text)], strict=True)
    ]
    leads = bool(found) and bool(_sign_before(gaps[0]))
    return [
        Amount(written=match.group(), before=gaps[i], after=gaps[i + 1], sign_before=before, sign_after=after,
               first=i == 0, last=i == len(found) - 1)
        for i, match in enumerate(found)
        for before, after in [_signs(gaps, i, leads=leads)]
        if before or after or not _is_no_money(text, match)
    ]  # fmt: skip


def _signs(gaps: list[str], i: int, *, leads: bool) -> tuple[str, str]:
    """Return the signs of number ``i``; one between two numbers goes with the first number's habit."""
    before, after = _sign_before(gaps[i]), _sign_after(gaps[i + 1])
    if i > 0 and before and _is_shared(gaps[i]) and not _leads(gaps[i], leads=leads):
        before = ""
    if i < len(gaps) - 2 and after and _is_shared(gaps[i + 1]) and _leads(gaps[i + 1], leads=leads):
        after = ""
    return before, after


def _leads(gap: str, *, leads: bool) -> bool:
    """Tell whether a sign between two numbers goes with the later one: with that which it touches, else by habit."""
    apart = gap[:1].isspace(), gap[-1:].isspace()
    return leads if apart[0] == apart[1] else apart[0]


def _sign_before(gap: str) -> str:
    return sign_at_end(gap.rstrip()) or sign_at_end(gap.rstrip(" .,:="))


def _sign_after(gap: str) -> str:
    return sign_at_start(gap.lstrip()) or sign_at_start(gap[_ends_at(gap) :])


def _ends_at(gap: str) -> int:
    """Return where ``,-`` and ``.`` after a number end: ``49,- EUR``."""
    end = _END_OF_NUMBER.match(gap)
    return end.end() if end else 0


def _is_shared(gap: str) -> bool:
    """Tell whether the sign at a gap's beginning and that at its end are the same one."""
    return len(_sign_before(gap)) + len(_sign_after(gap)) > len(gap.strip())


def _is_no_money(text: str, match: re.Match[str]) -> bool:
    glued = text[: match.start()][-1:]
    if glued.isalpha() or glued in {"%", "#"} or ORDINAL.match(text, match.end()):
        return True
    return bool(SIZE.match(text, match.end()))
