"""Which offers of two sellers may be the same product: by the words of the name, the brand and the size.

The score is a proposal for a person to decide on, not a probability. Words count by how rare they are among all names
(inverse document frequency), so that a brand's or a variety's word tells more than "organic".
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import Any

import pandas as pd

NAME, BRAND, SIZE = 0.6, 0.2, 0.2
"""What a full agreement of each adds to the score; what is not told counts half."""
LEAST = 0.6
MOST = 3
"""Proposals for one product at one seller."""
_SAME_SIZE = 0.03
"""Sizes come from rounded unit prices."""
_WORD = re.compile(r"[^\W_]+")
_MEASURE = re.compile(r"\d+[a-z]*|x|kg|g|gr|ml|cl|l|st|stuks|stuk|piece|pieces|pack")
COLUMNS = [
    "retailer", "own_offer_key", "own_name", "own_brand", "own_size", "seller", "offer_key", "name", "brand", "size",
    "score",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Offer:
    row: Mapping[Hashable, Any]
    words: frozenset[str]
    brand: frozenset[str]
    amount: tuple[object, float] | None


def proposals(offers: pd.DataFrame) -> pd.DataFrame:
    """Return possible matches of one retailer's offers with those of other sellers, the best first.

    ``offers``: retailer, seller, offer_key, name, brand, size, unit, amount, product; a row an offer. Only offers whose
    product the other seller is not known to sell are proposed.
    """
    found = [
        pair for seller in sorted(set(offers["seller"]) - set(offers["retailer"])) for pair in _pairs(offers, seller)
    ]
    table = pd.DataFrame(found, columns=COLUMNS)
    return table.sort_values(["score", "own_offer_key", "seller", "offer_key"], ascending=[False, True, True, True])


def _pairs(offers: pd.DataFrame, seller: str) -> Iterator[tuple[object, ...]]:
    own, other = offers[offers["seller"] == offers["retailer"]], offers[offers["seller"] == seller]
    known = set(own["product"]) & set(other["product"])
    left, right = (_read(side[~side["product"].isin(known)]) for side in (own, other))
    rarity = _rarity([*left, *right])
    holders: dict[str, list[_Offer]] = defaultdict(list)
    for offer in right:
        for word in offer.words:
            holders[word].append(offer)
    for offer in left:
        shared: Counter[int] = Counter(id(candidate) for word in offer.words for candidate in holders[word])
        by_id = {id(candidate): candidate for word in offer.words for candidate in holders[word]}
        scored = [(_score(offer, by_id[key], rarity), by_id[key]) for key in shared]
        best = sorted(scored, key=lambda pair: (-pair[0], str(pair[1].row["offer_key"])))[:MOST]
        yield from (_line(offer, candidate, score) for score, candidate in best if score >= LEAST)


def _read(side: pd.DataFrame) -> list[_Offer]:
    return [_offer(row) for row in side.to_dict("records")]


def _offer(row: Mapping[Hashable, Any]) -> _Offer:
    brand = _words(row["brand"])
    words = frozenset(word for word in _words(row["name"]) if not _MEASURE.fullmatch(word))
    amount = row["amount"]
    told = (row["unit"], float(amount)) if isinstance(amount, float) and amount > 0 else None
    return _Offer(row=row, words=words | brand, brand=brand, amount=told)


def _words(text: object) -> frozenset[str]:
    """Return the words of a text in small letters, without accents."""
    if not isinstance(text, str):
        return frozenset()
    plain = unicodedata.normalize("NFKD", text.lower())
    return frozenset(_WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))


def _rarity(offers: list[_Offer]) -> dict[str, float]:
    count = Counter(word for offer in offers for word in offer.words)
    return {word: log(1 + len(offers) / times) for word, times in count.items()}


def _score(one: _Offer, other: _Offer, rarity: Mapping[str, float]) -> float:
    shared, either = (
        sum(rarity[word] for word in words) for words in (one.words & other.words, one.words | other.words)
    )
    brand = one.brand or other.brand
    same_brand = 0.5 if not brand else float(brand <= one.words and brand <= other.words)
    return round(NAME * shared / either + BRAND * same_brand + SIZE * _same_size(one, other), 3)


def _same_size(one: _Offer, other: _Offer) -> float:
    if one.amount is None or other.amount is None:
        return 0.5
    (unit, amount), (other_unit, other_amount) = one.amount, other.amount
    return float(unit == other_unit and abs(log(amount / other_amount)) <= _SAME_SIZE)


def _line(own: _Offer, other: _Offer, score: float) -> tuple[object, ...]:
    mine, its = own.row, other.row
    names = ("offer_key", "name", "brand", "size")
    return (mine["retailer"], *(mine[n] for n in names), its["seller"], *(its[n] for n in names), score)
