"""A text as it is read: hyphens plain, numbers whole again, without earlier mails and addresses of pages."""

import re
from functools import cache

from spiders.orders.labels import languages

_LONGEST = 400_000
"""How much of a text is read, in characters; documents for people are shorter."""
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u00ad": None})
"""Hyphens that are written otherwise where a line may not break, and those that show only where it does."""
_QUOTED = re.compile(r"^[ \t]*>.*$|https?://\S+|\bwww\.\S+", re.MULTILINE)
"""Lines of an earlier mail, and addresses of pages, which have numbers of their own."""
_MARKED = re.compile(r"`+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
"""What makes a word bold or a number code where a text is meant to be set."""
_BROKEN = re.compile(r"(\d[-/])[ \t]*\n[ \t]*(?=\d{3,}[\w/-]*[ \t]*$)", re.MULTILINE)
"""The end of a line within a number."""


def tidied(text: str) -> str:
    r"""Return a text without halves of characters, quotations and addresses.

    >>> tidied("Number: 2025\u201101-\n  00017\n> Number: 3")
    'Number: 2025-01-00017\n'
    """
    whole = text[:_LONGEST].encode("utf-8", "replace").decode().translate(_HYPHENS)
    plain = _BROKEN.sub(r"\1", _MARKED.sub("", _QUOTED.sub("", "\n".join(whole.splitlines()))))
    return _broken_label().sub(r"\g<noun> ", plain)


@cache
def _broken_label() -> re.Pattern[str]:
    """Return the pattern of a label over two lines: a noun alone, and a word for its number alone."""
    nouns = {noun for table in languages().values() for key in ("invoice", "order") for noun in table.get(key, ())}
    numbers = {word for table in languages().values() for word in table["number"] if len(word) > 1} - {"id", "ref"}
    either = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (nouns, numbers))
    return re.compile(
        r"^[ \t]*(?P<noun>(?:{}))[ \t]*\n+[ \t]*(?=(?:{})[ \t.:]*$)".format(*either), re.MULTILINE | re.IGNORECASE
    )
