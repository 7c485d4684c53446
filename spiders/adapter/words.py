"""The words of a declared adapter."""

from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from spiders.json_path import JsonPath
from spiders.nearest import Near
from spiders.paging import Paging
from spiders.request_words import RequestWords
from spiders.rows import RowWords

Form = Literal["json", "script", "xml", "csv"]


class AdapterWords(RowWords, RequestWords):
    """How a source that answers with data is asked and read."""

    near: Near | None = None
    """For an address that lists what is nearest to {lat} and {lon}: the area, and how the answers are limited."""
    unwrap: Form = "json"
    """How the data stands in an answer: as JSON (or JSONP), in the scripts of a page, as XML, as a table."""
    inside: JsonPath | None = None
    """JMESPath of a text in the answer that holds the list, as JSON or as markup with JSON in it."""
    items: JsonPath | None = None
    """JMESPath of the list; unsaid: the answer itself, or of its lists the one that looks like places."""
    total: JsonPath | None = None
    """JMESPath of the count that the source announces."""
    cap: tuple[int, ...] = ()
    """The most records that one answer holds, or the numbers at which sites like this one end it. An answer of just so
    many may hide others, and makes the run partial."""
    time: JsonPath | None = None
    """JMESPath of the source's own time."""
    fields: dict[str, JsonPath] = Field(default={})
    """Our field = JMESPath in an item; a location's fields that are not named are found by what keys mean."""
    markup: JsonPath | None = None
    """JMESPath of markup in an item whose lines ("City: Gent") are read like keys of the item."""
    closed: JsonPath | None = None
    """JMESPath that is true (or 1, or yes) for a place that is closed for good."""

    @field_validator("cap", mode="before")
    @classmethod
    def _several(cls, cap: object) -> object:
        return (cap,) if isinstance(cap, int) else cap

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.near and self.paging != Paging():
            raise ValueError("write paging or near, not both")
        return self
