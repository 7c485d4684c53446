"""``matches.csv`` in the home: proposed matches of products, and what a person decided of them.

One row a pair: the retailer's offer, a competitor's, a score, and ``decision``, which is empty until a person writes
yes or no. A proposal merges nothing by itself.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

COLUMNS = (
    "retailer", "own_offer_key", "own_name", "own_brand", "own_size", "seller", "offer_key", "name", "brand", "size",
    "score", "decision",
)  # fmt: skip
_KEY = ("retailer", "own_offer_key", "seller", "offer_key")
_DECISIONS = {"yes": True, "no": False}


class BadMatches(ValueError):  # noqa: N818 - it is what the file is
    """``matches.csv`` cannot be used; the message says which line, and what to do."""


def decisions(home: Path) -> list[dict[str, Any]]:
    """Return what was decided: the pair's key and whether it is the same product; raises BadMatches."""
    decided: dict[tuple[str, ...], bool] = {}
    for number, row in enumerate(_rows(home), start=2):
        word = (row.get("decision") or "").strip().lower()
        if word and word not in _DECISIONS:
            raise BadMatches(f"{_file(home)}, line {number}: the decision is {word!r}; write yes, no or nothing")
        if word:
            decided[_key(row)] = _DECISIONS[word]
    return [{**dict(zip(_KEY, key, strict=True)), "is_same": is_same} for key, is_same in decided.items()]


def propose(home: Path, proposals: Iterable[Mapping[str, Any]]) -> int:
    """Add proposals that are not in the file yet, below what is; returns how many. Decisions stay as they are."""
    known = list(_rows(home))
    keys = {_key(row) for row in known}
    fresh = [row for row in proposals if _key(row) not in keys]
    part = _file(home).with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([*known, *fresh])
    part.replace(_file(home))
    return len(fresh)


def _file(home: Path) -> Path:
    return home / "matches.csv"


def _rows(home: Path) -> list[dict[str, str]]:
    if not _file(home).exists():
        return []
    with _file(home).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if missing := sorted({*_KEY, "decision"} - set(reader.fieldnames or ())):
            raise BadMatches(f"{_file(home)} has no column {', '.join(missing)}")
        return list(reader)


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in _KEY)
