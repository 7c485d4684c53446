"""A text as it is read: hyphens plain, numbers whole again, without earlier mails and addresses of pages."""

import re

_LONGEST = 400_000
"""How much of a text is read, in characters; documents for people are shorter."""
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u00ad": None})
"""Hyphens that are written otherwise where a line may not break, and those that show only where it does."""
_QUOTED = re.compile(r"^[ \t]*>.*$|https?://\S+|\bwww\.\S+", re.MULTILINE)
"""Lines of an earlier mail, and addresses of pages, which have numbers of their own."""
_BROKEN = re.compile(r"(\d[-/])[ \t]*\n[ \t]*(?=\d{3,}[\w/-]*[ \t]*$)", re.MULTILINE)
"""The end of a line within a number."""


def tidied(text: str) -> str:
    r"""Return a text without halves of characters, quotations and addresses.

    >>> tidied("Number: 2025\u201101-\n  00017\n> Number: 3")
    'Number: 2025-01-00017\n'
    """
    whole = text[:_LONGEST].encode("utf-8", "replace").decode().translate(_HYPHENS)
    return _BROKEN.sub(r"\1", _QUOTED.sub("", "\n".join(whole.splitlines())))
