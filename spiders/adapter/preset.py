"""A platform whose declaration is written already: a source of it names its key, and little else."""

from typing import ClassVar

from pydantic import Field

from spiders.adapter.engine import Adapter
from spiders.adapter.words import AdapterWords
from spiders.declaration import Retailer, Source, from_environment
from spiders.json_path import JsonPath
from spiders.nearest import Near
from spiders.rows import RowWords
from spiders.templates import filled

_MAPPED = {"constants", "values", "times", "near", "fields"}


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
    recipe: ClassVar[AdapterWords]
    """What is declared once for all its sources; what the source or the retailer says stands in braces."""
    recipe_near: ClassVar[AdapterWords | None] = None
    """The same for a source that is searched near points."""

    def __init__(self, retailer: Retailer, source: Source) -> None:
        super().__init__(retailer, source)
        own = self.options.model_dump(include=_MAPPED, exclude_defaults=True)
        told = {"site": retailer.url.rstrip("/"), "country": retailer.country}
        told |= {name: from_environment(value) for name, value in self.options if isinstance(value, str)}
        told = {name: str(filled(value, told)).rstrip("/") for name, value in told.items()}
        declared = self.declared().model_dump(by_alias=True, exclude_defaults=True)
        written = {name: filled(value, told) for name, value in declared.items()}
        fields = {**declared.get("fields", {}), **own.pop("fields", {})}
        self._words = AdapterWords.model_validate({**written, **own, "fields": fields})

    @property
    def words(self) -> AdapterWords:
        """What is declared of the source, and what the platform declares for all of them."""
        return self._words

    def declared(self) -> AdapterWords:
        """Return the recipe that holds for this source."""
        return self.recipe_near if self.recipe_near and getattr(self.options, "near", None) else self.recipe
