r"""Redaction of text by an allow-list: what a pattern matched is kept, everything else is dropped.

Names and addresses need not be recognised to be left out. What is kept is the matched text itself, not the line
around it: "Invoice no. 2025-17 for Jane Doe" becomes "Invoice no. 2025-17".
"""

import re
from collections.abc import Iterable, Sequence

_LOOKS_AROUND = re.compile(r"\(\?<?[=!]")


def allowed_pattern(pattern: str) -> str:
    """Return a pattern that can be used; raises ValueError.

    It has exactly one group, the value, and does not look around: it must find the same in the text that was kept.
    """
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
    if groups != 1:
        raise ValueError(f"{pattern!r} needs one group in brackets, the value; others are written (?:...)")
    if _LOOKS_AROUND.search(pattern):
        raise ValueError(f"{pattern!r} looks around; match the words beside the value instead")
    return pattern


def matches(patterns: Iterable[str], text: str) -> list[re.Match[str]]:
    """Return the matches of the first pattern that has any, in the order of the text; case does not count."""
    for pattern in patterns:
        if found := list(re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE)):
            return found
    return []


def kept(patterns: Iterable[Sequence[str]], text: str) -> str:
    r"""Return the matched pieces of a text, one a line, in their order.

    >>> kept([[r"Invoice no\. (\S+)"], [r"Total:\s+(\S+)"]], "Dear Jane\nInvoice no. 17 for Jane\nTotal: 2.49")
    'Invoice no. 17\nTotal: 2.49'
    """
    spans = sorted(match.span() for alternatives in patterns for match in matches(alternatives, text))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return "\n".join(text[start:end].strip("\n") for start, end in merged)
