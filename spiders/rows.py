"""From what a source calls its values to rows with our fields: the words shared by all platforms that map."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import get_args

from pydantic import Field, ValidationInfo, field_validator

from pipelines.records import SIGHTING_OF_KIND, Kind, Row
from spiders.declaration import Words
from spiders.zone import Zone

Scalar = str | int | float | bool

KEYS_OF_KIND: Mapping[Kind, tuple[str, ...]] = {
    "locations": ("location_ref", "name"),  # of a list without identifiers one is made of the content
    "slots": ("slot_start_utc",),
    "prices": ("offer_key",),
    "invoices": ("invoice_number", "order_number"),
    "attention": ("value",),
    "counts": ("quantity",),
}
"""The fields of which a row has one, or is no record of its kind."""

assert set(KEYS_OF_KIND) == set(get_args(Kind))


@cache
def known_fields(kind: Kind) -> frozenset[str]:
    """Return the names that a row of this kind may have."""
    return frozenset(field.name for field in dataclasses.fields(SIGHTING_OF_KIND[kind]))


class RowWords(Words):
    """How a platform makes rows; platforms that map fields extend it."""

    zone: Zone | None = None
    echo: str | None = None
    """Where an answer says which location it is about, of a source that asks about one after the other: JMESPath in
    JSON, else CSS. An answer about another than was asked for is ``changed``."""
    constants: dict[str, Scalar] = Field(default={})
    """Our field -> a value that holds for every row."""
    values: dict[str, dict[str, Scalar]] = Field(default={})
    """Our field -> the source's word -> ours; words that are not listed stay as they are."""
    times: dict[str, str] = Field(default={})
    """Our field -> how the source writes moments there (``%d-%m-%Y %H:%M``), where it is not ISO 8601."""

    @field_validator("fields", "constants", "values", "times", "patterns", check_fields=False)
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

    def place(self, told: str | None) -> str | None:
        """Return what a source calls a location as we call it."""
        return None if told is None else str(self._ours_for("location_ref", told))

    def _ours_for(self, name: str, value: object) -> object:
        if name in self.times:
            return _moment(str(value), self.times[name])
        words = self.values.get(name)
        return words.get(_word(value), value) if words else value


def _word(value: object) -> str:
    """Return a value as one writes it in a declaration: true, not True."""
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def _moment(text: str, written: str) -> str:
    """Return a moment in ISO 8601; one that is written otherwise stays as it is, and is set aside later."""
    try:
        return datetime.strptime(text.strip(), written).isoformat()  # noqa: DTZ007 - the clean stage knows the zone
    except ValueError:
        return text


def is_record(row: Row, kind: Kind) -> bool:
    """Tell whether a row has what makes it a record of its kind."""
    return any(row.get(field) not in (None, "") for field in KEYS_OF_KIND[kind])
