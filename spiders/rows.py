"""From what a source calls its values to rows with our fields: the words shared by all platforms that map."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import Field, ValidationInfo, field_validator

from pipelines.records import SIGHTING_OF_KIND, Kind, Row
from spiders.declaration import Words

Scalar = str | int | float | bool

KEY_OF_KIND: Mapping[Kind, str] = {
    "locations": "location_ref",
    "slots": "slot_start_utc",
    "prices": "offer_key",
    "invoices": "invoice_number",
    "attention": "value",
}
"""The field without which a row is no record of its kind."""

assert set(KEY_OF_KIND) == set(get_args(Kind))


def known_fields(kind: Kind) -> frozenset[str]:
    """Return the names that a row of this kind may have."""
    return frozenset(field.name for field in dataclasses.fields(SIGHTING_OF_KIND[kind]))


class RowWords(Words):
    """How a platform makes rows; platforms that map fields extend it."""

    constants: dict[str, Scalar] = Field(default={})
    """Our field -> a value that holds for every row."""
    values: dict[str, dict[str, Scalar]] = Field(default={})
    """Our field -> the source's word -> ours; words that are not listed stay as they are."""

    @field_validator("fields", "constants", "values", "patterns", check_fields=False)
    @classmethod
    def _ours(cls, words: dict[str, object], info: ValidationInfo) -> dict[str, object]:
        known = known_fields(info.context["kind"]) if info.context else frozenset(words)
        if unknown := sorted(set(words) - known):
            raise ValueError(f"no field {', '.join(unknown)}; there are {', '.join(sorted(known))}")
        return words

    def row(self, found: Mapping[str, object]) -> Row:
        """Add the constants to what was found, and say it in our words; what was not found stays out."""
        told = {name: self._ours_for(name, value) for name, value in found.items() if value is not None}
        return {**self.constants, **told}

    def _ours_for(self, name: str, value: object) -> object:
        words = self.values.get(name)
        return words.get(_word(value), value) if words else value


def _word(value: object) -> str:
    """Return a value as one writes it in a declaration: true, not True."""
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def filled(rows: Iterator[Row], field: str) -> int:
    """Count the rows in which a field has a value."""
    return sum(1 for row in rows if row.get(field) not in (None, ""))
