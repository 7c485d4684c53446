"""A platform whose declaration is written already: a source of it names its key, and little else."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from spiders.adapter.engine import Adapter
from spiders.adapter.words import AdapterWords
from spiders.declaration import Retailer, Source, from_environment
from spiders.rows import RowWords


class PresetWords(RowWords):
    """The words of a source of a known platform."""

    host: str = ""
    """Where its server is; unsaid: where the platform's own is, or the retailer's."""
    fields: dict[str, str] = Field(default={})
    """Our field = JMESPath in an item, where the platform's own way is not this retailer's."""


class KeyWords(PresetWords):
    """As above, for platforms that know their customers by a key."""

    key: str
    """The retailer's key or number at the platform."""


class Preset(Adapter):
    """A known platform."""

    Options = PresetWords
    recipe: ClassVar[Mapping[str, Any]]
    """The words of the adapter; {host}, {key} and other words of the source in braces."""

    def __init__(self, retailer: Retailer, source: Source) -> None:
        super().__init__(retailer, source)
        told = {"host": retailer.url.rstrip("/"), **self.options.model_dump()}
        told["host"] = (told["host"] or retailer.url).rstrip("/")
        filled = _filled(dict(self.recipe), {name: from_environment(v) for name, v in told.items() if isinstance(v, str)})
        own = self.options.model_dump(include={"constants", "values", "times"})
        fields = {**filled.get("fields", {}), **told["fields"]}
        self._words = AdapterWords.model_validate({**filled, **own, "fields": fields})

    @property
    def words(self) -> AdapterWords:
        """What is declared of the source, and what the platform declares for all of them."""
        return self._words


def _filled(value: Any, told: Mapping[str, str]) -> Any:
    """Put the source's words into the texts of a recipe."""
    if isinstance(value, dict):
        return {name: _filled(inner, told) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, told) for inner in value]
    if isinstance(value, str):
        for name, word in told.items():
            value = value.replace(f"{{{name}}}", word)
    return value
