"""The signatures of platforms, as ``signatures.toml`` has them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("signatures.toml")


@dataclass(frozen=True, kw_only=True)
class Signature:
    """How one platform is recognised; the words are explained in ``signatures.toml``."""

    platform: str
    marks: tuple[re.Pattern[str], ...]
    besides: tuple[re.Pattern[str], ...]
    needs: frozenset[str]
    own: tuple[str, ...] = ()
    keeps_own_host: bool = False
    """Whether the platform has several hosts of its own, so that the one that was seen must be declared."""


@cache
def signatures() -> tuple[Signature, ...]:
    """Return the signatures in the order in which they are tried."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Signature(
            platform=words.get("platform", name),
            marks=tuple(re.compile(mark) for mark in words["marks"]),
            besides=tuple(re.compile(mark) for mark in words.get("besides", ())),
            needs=frozenset(words.get("needs", ())),
            own=tuple(words.get("own", ())),
            keeps_own_host=words.get("keeps_own_host", False),
        )
        for name, words in told.items()
    )
