"""Writes the declaration of what was detected: short, valid, and with a word on what a person should look at."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from spiders.declaration import SLUG, DeclarationError, Retailer, read_declaration
from spiders.detect.draft import Draft
from spiders.files import declarations
from spiders.platform import platform

FEWEST = 0.75
"""Share of the places seen below which a later look counts as partial."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def free_file(home: Path, slug: str) -> Path:
    """Return where a new retailer is declared; raises DeclarationError for a name that is taken, or is none."""
    if not SLUG.fullmatch(slug):
        raise DeclarationError(f"{slug!r} is no name for a retailer: small letters, digits and _, a letter first")
    if taken := declarations(home).get(slug):
        raise DeclarationError(f"{slug} is declared already, in {taken}: change that, or choose another name")
    return home / "retailers" / f"{slug}.toml"


def write_declaration(file: Path, draft: Draft) -> Retailer:
    """Write a retailer file and read it back.

    Raises DeclarationError where the text is no declaration (the file is then not there), FileExistsError where
    there is such a file by now.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as written:
        written.write(text_of(draft))
    try:
        retailer = read_declaration(file)
        platform(retailer, retailer.sources[0])
    except DeclarationError:
        file.unlink()
        raise
    return retailer


def text_of(draft: Draft) -> str:
    """Return the file's text."""
    retailer = {
        "name": draft.name,
        "country": draft.country,
        "timezone": draft.timezone,
        "url": draft.url,
        "currency": draft.currency,
        "decimal": draft.decimal,
        "delay_seconds": draft.delay_seconds if draft.delay_seconds < 1 else None,
    }
    source = {
        "kind": "locations",
        "platform": draft.platform,
        "every": "P1D",
        "expect": {"min": int(draft.count * FEWEST) or 1},
        "options": dict(draft.options),
    }
    notes = {
        "expect": f"{draft.count} were seen; fewer than this are a partial look, which closes nothing",
        **draft.notes,
    }
    head = [f"# The pick-up locator of {draft.seen_at}", "# More words: spiders/retailers/_template.toml"]
    return "\n".join([*head, *_lines(retailer, notes), "", "[[sources]]", *_lines(source, notes), ""])


def _lines(words: Mapping[str, object], notes: Mapping[str, str]) -> list[str]:
    told = {word: f"{word} = {toml(value)}" for word, value in words.items() if value is not None}
    return [f"{line:<37} # {notes[word]}" if word in notes else line for word, line in told.items()]


def toml(value: object) -> str:
    r"""Write a value as TOML, on one line.

    >>> toml({"key": "u\"1", "size": 50, "fields": {"our name": ["a"]}, "all": True})
    '{ key = "u\\"1", size = 50, fields = { "our name" = ["a"] }, all = true }'
    """
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(str(name))} = {toml(one)}" for name, one in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    # A text, number or truth in JSON is the same in TOML, but for one sign.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else toml(name)
