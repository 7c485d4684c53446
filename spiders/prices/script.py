"""The data in a page's scripts: JSON of their own, or what they give to a variable, in the notation of scripts."""

import re
from collections.abc import Iterator
from itertools import islice

from spiders.script_values import value_at

_BLOCK = re.compile(
    r"<script[^>]*(?:type\s*=\s*[\"']?(?:application|text)/json|id\s*=\s*[\"']?__NEXT_DATA__)[^>]*>(.*?)</script",
    re.IGNORECASE | re.DOTALL,
)
_ASSIGNED = re.compile(r"(?:window\.\w+|__\w+__)\s*=\s*(?=[{\[]|JSON\.parse\()")
_PRICED = re.compile(r"[Pp]rice\w{0,20}[\\\"']{0,2}\s*:")
_LONGEST = 2_000_000
_MOST = 20


def states(markup: str) -> Iterator[object]:
    """Yield the JSON that stands in scripts of its own, or is given to a variable of the page."""
    blocks = [block[1] for block in _BLOCK.finditer(markup)]
    blocks += [markup[begin.end() : begin.end() + _LONGEST] for begin in islice(_ASSIGNED.finditer(markup), _MOST)]
    priced = (block.lstrip() for block in blocks if _PRICED.search(block) and len(block) <= _LONGEST)
    return (found[0] for block in priced if (found := value_at(block, 0)))
