"""The pure search for the marks of platforms in what was seen of a page."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlsplit

from spiders.detect.signatures import Signature, signatures

_EVIDENCE_CHARACTERS = 120
_MOST_VALUES = 5
"""So many values of an option are tried."""
_MOST_CHARACTERS = 3_000_000
"""What is longer is data, and not what tells which platform it is."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A piece of what a page consists of."""

    where: str
    """Its address, or what it is."""
    text: str
    """Markup, a script, or a request with its headers and body."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A platform that a page seems to use."""

    platform: str
    options: Mapping[str, object]
    evidence: tuple[str, ...] = field(default=())
    """What told so: where, and the words that stand there."""
    missing: frozenset[str] = frozenset()
    """Options that could not be found; without them the platform cannot be asked."""
    host_is_a_guess: bool = False
    """Whether the platform has an address of its own, so that the host seen may be somebody else's."""


def candidates(seen: Sequence[Seen]) -> list[Candidate]:
    """Return the platforms that leave their marks in what was seen; those that can be asked come first.

    Where a needed option has several values, as a page may name several indexes, there is a candidate for each.

    >>> page = Seen(where="page", text='<div data-stockist-widget-tag="u4084">')
    >>> [(found.platform, found.options) for found in candidates([page])]
    [('stockist', {'key': 'u4084'})]
    """
    plain = [Seen(where=piece.where, text=_plain(piece.text[:_MOST_CHARACTERS])) for piece in seen]
    found = [candidate for signature in signatures() for candidate in _candidates(signature, plain)]
    return sorted(found, key=lambda candidate: bool(candidate.missing))


def _candidates(signature: Signature, seen: Sequence[Seen]) -> Iterator[Candidate]:
    if not (found := list(_matches(signature.marks, seen))):
        return
    found += _matches(signature.besides, seen)
    values: dict[str, list[str]] = {}
    evidence: dict[str, None] = {}
    for where, match in found:
        news = {name: value for name, value in match.groupdict().items() if value}
        if not evidence or news.keys() - values.keys():
            evidence[f"{where}: {match.group()[:_EVIDENCE_CHARACTERS]}"] = None
        for name, value in news.items():
            values[name] = [*dict.fromkeys([*values.get(name, ()), value])]
    first = {name: several[0] for name, several in values.items()}
    others = [
        first | {name: other} for name in sorted(signature.needs) for other in values.get(name, ())[1:_MOST_VALUES]
    ]
    for options in (first, *others):
        yield _candidate(signature, options, tuple(evidence))


def _matches(marks: Iterable[re.Pattern[str]], seen: Sequence[Seen]) -> Iterator[tuple[str, re.Match[str]]]:
    for mark in marks:
        for piece in seen:
            for match in islice(mark.finditer(piece.text), _MOST_VALUES):
                yield piece.where, match


def _candidate(signature: Signature, found: Mapping[str, str], evidence: tuple[str, ...]) -> Candidate:
    options = {**found}
    _settle_host(signature, options)
    return Candidate(
        platform=signature.platform,
        options=options,
        evidence=evidence,
        missing=signature.needs - found.keys(),
        host_is_a_guess="host" in options and bool(signature.own) and not signature.keeps_own_host,
    )


def _settle_host(signature: Signature, options: dict[str, str]) -> None:
    """Write a host as an address, and leave out one that is the platform's own."""
    if "host" not in options:
        return
    host = options["host"].rstrip("/")
    options["host"] = host if "://" in host else f"https://{host.removeprefix('//')}"
    name = urlsplit(options["host"]).hostname or ""
    if not signature.keeps_own_host and any(name == own or name.endswith(f".{own}") for own in signature.own):
        del options["host"]


def _plain(text: str) -> str:
    r"""Undo what scripts and attributes do to addresses.

    >>> _plain(r'"https:\/\/shop.example\u002Fa?b=1&amp;c=2"')
    '"https://shop.example/a?b=1&c=2"'
    """
    return html.unescape(text.replace("\\/", "/").replace("\\u002F", "/").replace("\\u0026", "&"))
