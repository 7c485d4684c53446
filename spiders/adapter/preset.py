"""A platform whose declaration is written already: a source of it names its key, and little else."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from spiders.adapter.engine import Adapter
from spiders.adapter.words import AdapterWords
from spiders.declaration import Retailer, Source, from_environment
from spiders.json_path import JsonPath
from spiders.nearest import Near
from spiders.rows import RowWords


class PresetWords(RowWords):
    """The words of a source of a known platform."""

    host: str = "{site}"
    """Where it is asked, when that is not where this platform always is; {site} is the retailer's own address."""
    fields: dict[str, JsonPath] = Field(default={})
    """Our field = JMESPath in an item, where it is not what it usually is on this platform."""


class KeyWords(PresetWords):
    """As above, of a platform that knows its customers by a key."""

    key: str
    """The retailer's key or number there."""


class NearKeyWords(KeyWords):
    """As above, of one that also searches near a point."""

    near: Near | None = None
    """The area to search, where the platform does not give the whole list."""


class Preset(Adapter):
    """A known platform."""

    Options = PresetWords
    recipe: ClassVar[Mapping[str, Any]]
    """The words of the adapter; what the source or the retailer says stands in braces."""
    recipe_near: ClassVar[Mapping[str, Any]] = {}
    """What is different where the source is searched near points."""

    def __init__(self, retailer: Retailer, source: Source) -> None:
        super().__init__(retailer, source)
        told = {"site": retailer.url.rstrip("/"), "country": retailer.country}
        told |= {name: from_environment(value) for name, value in self.options if isinstance(value, str)}
        told["host"] = _filled(told["host"], told).rstrip("/")
        own = self.options.model_dump(include={"constants", "values", "times", "near"}, exclude_defaults=True)
        filled = _filled({**self.recipe, **(self.recipe_near if "near" in own else {}), **self.instead()}, told)
        fields = {**filled.get("fields", {}), **getattr(self.options, "fields", {})}
        self._words = AdapterWords.model_validate({**filled, **own, "fields": fields})

    @property
    def words(self) -> AdapterWords:
        """What is declared of the source, and what the platform declares for all of them."""
        return self._words

    def instead(self) -> Mapping[str, Any]:
        """Return what is different in the recipe for this source."""
        return {}


def _filled(value: Any, told: Mapping[str, str]) -> Any:
    """Put the source's words into the texts of a recipe."""
    if isinstance(value, Mapping):
        return {name: _filled(inner, told) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, told) for inner in value]
    if isinstance(value, str):
        for name, word in told.items():
            value = value.replace(f"{{{name}}}", word)
    return value
