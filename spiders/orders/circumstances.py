"""How an order reaches the customer, and whether its goods are fresh, ambient or both, where a text tells."""

import re
import tomllib
from functools import cache
from pathlib import Path

from spiders.orders.words import fold

_BOTH = "both"


def fulfilment(text: str) -> str | None:
    """Return pickup or home; None where a text tells neither, or both.

    >>> fulfilment("Lieferart: Selbstabholung"), fulfilment("Home delivery or pickup?")
    ('pickup', None)
    """
    plain = fold(text)
    told = _answers("fulfilment", plain, ("pickup", "home")) or _named("fulfilment", plain, ("pickup", "home"))
    return told.pop() if len(told) == 1 else None


def basket(text: str) -> str | None:
    """Return fresh, ambient or both, as a text says beside a label; None where it does not.

    >>> basket("Basket: fresh"), basket("Warenkorb: frisch und trocken"), basket("Fresh milk 1 l")
    ('fresh', 'both', None)
    """
    plain = fold(text)
    if re.search(rf"{_label('basket')}\W{{0,5}}{_BOTH}\b", plain):
        return _BOTH
    told = _answers("basket", plain, ("fresh", "ambient"))
    return _BOTH if len(told) > 1 else next(iter(told), None)


def is_label(about: str, text: str) -> bool:
    """Tell whether a text is a label of ``about``, fulfilment or basket, and nothing else."""
    return _either(about, "labels").fullmatch(fold(text.strip())) is not None


def _answers(about: str, text: str, answers: tuple[str, ...]) -> set[str]:
    """Return which answers stand behind a label, up to the end of its line."""
    answered = re.compile(rf"{_label(about)}\W{{1,5}}(?P<rest>[^\n]{{0,80}})")
    behind = "\n".join(match["rest"] for match in answered.finditer(text))
    strict = {answer for answer in answers if _either(about, f"{answer}_behind_label").search(behind)}
    return _named(about, behind, answers) | strict


def _named(about: str, text: str, answers: tuple[str, ...]) -> set[str]:
    return {answer for answer in answers if _either(about, answer).search(text)}


def _label(about: str) -> str:
    return rf"(?:^|[\n\t/])[ \xa0]*(?:{_either(about, 'labels').pattern})"


@cache
def _either(about: str, name: str) -> re.Pattern[str]:
    phrases = sorted(map(fold, _table()[about].get(name, ["\0"])), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("circumstances.toml").read_text("utf-8"))
