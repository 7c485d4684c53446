"""Values as scripts write them: JSON, or the looser literals of JavaScript that say the same."""

import json
import re
from collections.abc import Iterator

_BEGINNING = re.compile(r"(?:[=(:]\s*|^\s*)(?=[\[{])")
_SHORTEST = 30
_MOST_TRIES = 2000
"""So many beginnings of loose literals are tried in a script: a library has more, and none that is a list of places."""
_DECODER = json.JSONDecoder(strict=False)
_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)
    |(?P<number>-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
    |(?P<short>![01]|void\ 0)
    |(?P<word>[A-Za-z_$][\w$]*)
    |(?P<sign>[\[\]{},:])""",
    re.VERBOSE | re.DOTALL,
)
_PARSED = re.compile(r"""JSON\.parse\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)
_WORDS = {"true": "true", "false": "false", "null": "null", "undefined": "null", "NaN": "null"}
_SHORT = {"!0": "true", "!1": "false", "void 0": "null"}
_ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)", re.DOTALL)
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\n": ""}


def values_in(script: str) -> Iterator[object]:
    """Yield the values that a script assigns or hands over.

    >>> list(values_in("var shops = [{id: 7, name: 'Kaai', at: {lat: 51.05, lng: 3.72},},];"))
    [[{'id': 7, 'name': 'Kaai', 'at': {'lat': 51.05, 'lng': 3.72}}]]
    """
    for text in _PARSED.finditer(script):
        if (told := _strict(_unquoted(text[1]), 0)) and isinstance(told[0], dict | list):
            yield told[0]
    end = tries = 0
    for beginning in _BEGINNING.finditer(script):
        if (at := beginning.end()) < end:
            continue
        found = _strict(script, at)
        if not found and tries < _MOST_TRIES:
            found = _loose(script, at)
            tries += 1
        if found and found[1] - at >= _SHORTEST:
            end = found[1]
            yield found[0]


def value_at(script: str, at: int) -> tuple[object, int] | None:
    """Return the value that begins at a place of a script and where it ends; None where no plain value does.

    A text that is handed to ``JSON.parse`` is what it holds.

    >>> value_at('x = {price: 9.5, old: void 0}', 4)
    ({'price': 9.5, 'old': None}, 29)
    """
    if text := _PARSED.match(script, at):
        told = _strict(_unquoted(text[1]), 0)
        return (told[0], text.end()) if told else None
    return _strict(script, at) or (_loose(script, at) if script[at : at + 1] in ("[", "{") else None)


def _strict(script: str, at: int) -> tuple[object, int] | None:
    try:
        return _DECODER.raw_decode(script, at)
    except (ValueError, RecursionError):
        return None


def _loose(script: str, at: int) -> tuple[object, int] | None:
    """Return the literal that begins at a place, and where it ends; None where it holds more than plain values."""
    written: list[str] = []
    depth, end = 0, at
    while token := _TOKEN.match(script, end):
        end = token.end()
        if (sign := token["sign"]) in ("]", "}") and written[-1] == ",":
            written.pop()
        depth += 1 if sign in ("[", "{") else -1 if sign in ("]", "}") else 0
        if (plain := _as_json(token, script)) is None:
            return None
        written += [plain] if plain else []
        if not depth:
            found = _strict("".join(written), 0)
            return (found[0], end) if found else None
    return None


def _as_json(token: re.Match[str], script: str) -> str | None:
    """Return a token as JSON writes it, empty for a blank; None for a name that stands for something else."""
    if token["text"]:
        return json.dumps(_unquoted(token["text"]))
    if number := token["number"]:
        whole = number.lstrip("-")
        return f"{number[: -len(whole)]}{whole.lstrip('0') or '0'}" if whole.isdecimal() else json.dumps(float(number))
    if token["short"]:
        return _SHORT[token["short"]]
    if word := token["word"]:
        is_key = re.compile(r"\s*:").match(script, token.end())
        return json.dumps(word) if is_key else _WORDS.get(word)
    return token["sign"] or ""


def _unquoted(text: str) -> str:
    """Return what a text says; signs beyond the first plane are written as two."""
    said = _ESCAPED.sub(_meant, text[1:-1])
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meant(escaped: re.Match[str]) -> str:
    said = escaped[1]
    if len(said) > 1:
        return chr(int(said[1:], 16))
    return _MEANT.get(said, said)
