"""Words compared as a reader compares them: capitals, accents and full stops do not count."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


class _Folded(dict[int, str]):
    """Maps a character to its plain form, one for one, so that places in the folded text are those in the text."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code))[:1].lower()
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_FOLDED = _Folded({ord(one): plain for one, plain in zip("º№ςıłøđæð_", "°#σilodad ", strict=True)})  # noqa: RUF001
_WORD = re.compile(r"[^\W\d]\w*|#")


def fold(text: str) -> str:
    """Return the text in small letters without accents; as long as it was.

    >>> fold("Übersicht N° 7")
    'ubersicht n° 7'
    """
    return text.translate(_FOLDED)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, and where it stands."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text and its number signs; digits alone are no words."""
    for match in _WORD.finditer(fold(text)):
        yield Word(match.group(), match.start(), match.end())
