"""A text without what may be written otherwise tomorrow: case, accents, punctuation."""

import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")


def plain(value: object) -> str:
    """Return the bare words of a text; empty where there is none.

    >>> plain("  Café-Zuid (CLOSED)"), plain(None)
    ('cafe zuid closed', '')
    """
    letters = ("" if value is None else str(value)).casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return _NO_WORD.sub(" ", letters).strip()
