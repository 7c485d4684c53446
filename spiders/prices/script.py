"""The data in a page's scripts: JSON of their own, or what they give to a variable, in the notation of scripts."""

import json
import re
from collections.abc import Iterator
from itertools import islice

_BLOCK = re.compile(
    r"<script[^>]*(?:type\s*=\s*[\"']?(?:application|text)/json|id\s*=\s*[\"']?__NEXT_DATA__)[^>]*>(.*?)</script",
    re.IGNORECASE | re.DOTALL,
)
_ASSIGNED = re.compile(r"(?:window\.\w+|__\w+__)\s*=\s*(?=[{\[]|JSON\.parse\()")
_IN_TEXT = re.compile(r"JSON\.parse\(\s*(?:(\"(?:[^\"\\]|\\.)*\")|'((?:[^'\\]|\\.)*)')")
_ESCAPED = re.compile(r"\\(.)|\"")
_BARE_NAME = re.compile(r"([{,]\s*)([A-Za-z_$][\w$]*)\s*:")
_VALUES = {"undefined": "null", "void 0": "null", "NaN": "null", "!0": "true", "!1": "false"}
_VALUE = re.compile(rf"(?<=[:\[,])\s*({'|'.join(_VALUES)})(?=\s*[,}}\]])")
_PRICED = re.compile(r"[Pp]rice\w{0,20}[\\\"']{0,2}\s*:")
_DECODER = json.JSONDecoder(strict=False)
_LONGEST = 2_000_000
_MOST = 20


def states(markup: str) -> Iterator[object]:
    """Yield the JSON that stands in scripts of its own, or is given to a variable of the page."""
    blocks = [block[1] for block in _BLOCK.finditer(markup)]
    blocks += [markup[begin.end() : begin.end() + _LONGEST] for begin in islice(_ASSIGNED.finditer(markup), _MOST)]
    return (_parsed(block) for block in blocks if _PRICED.search(block) and len(block) <= _LONGEST)


def _parsed(block: str) -> object:
    """Return the JSON that a block begins with; of a script's own notation the names need their quotes first."""
    for written in (str, _quoted):
        try:
            return _DECODER.raw_decode(written(_unwrapped(block.lstrip())))[0]
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(block: str) -> str:
    """Return what a block parses as JSON where it holds that as a text, which has marks of its own."""
    found = _IN_TEXT.match(block)
    if not found:
        return block
    return str(_DECODER.decode(found[1] or f'"{_ESCAPED.sub(_marked, found[2])}"'))


def _marked(mark: re.Match[str]) -> str:
    """Return a mark of a text in single quotes as one in double quotes has it."""
    return {"\\'": "'", '"': '\\"'}.get(mark[0], mark[0])


def _quoted(block: str) -> str:
    """Return a script's own notation as JSON: names have quotes, and what JSON has no word for is nothing."""
    return _VALUE.sub(lambda found: _VALUES[found[1]], _BARE_NAME.sub(r'\1"\2":', block))
