"""All The Places: places of thousands of brands, collected weekly by volunteers; one file a brand, back to 2017.

Recognise it: a file of features with ``"@spider"`` among their properties; whole (``.geojson``) or in lines.

    [sources.options]
    spider = "inpost_pl"              # only features of this spider, where a file holds those of several

Files are imported: ``orderscope import RETAILER locations FILE...``. A file is seen at its ``spider:collection_time``;
features that carry times of their own are looks that end where a pause begins.

Caps: none of its own. Traps: a crawl that broke off leaves a short file, which closes nothing only if the counts of the
files around it show it. ``end_date`` is a day or just "yes", and may lie ahead. A spider that is renamed gives its
places new identifiers.
"""

from dataclasses import replace
from typing import ClassVar

from pydantic import Field

from pipelines.records import Page, Reading, Row
from spiders.adapter import AdapterWords, Preset, PresetWords
from spiders.json_lines import gathered

_STREET = (
    'properties."addr:street_address" || (properties."addr:housenumber" '
    """&& join(' ', [properties."addr:street" || '', properties."addr:housenumber"])) """
    '|| properties."addr:street" || properties."addr:full"'
)


class AllThePlaces(Preset):
    """The features of a file."""

    class Options(PresetWords):
        """The words of an all_the_places source."""

        spider: str | None = Field(default=None, pattern=r"\w+")
        """Whose features count, where a file holds those of several spiders."""

    options: Options
    recipe: ClassVar[AdapterWords] = AdapterWords(
        url="{site}",
        items="features",
        fields={
            "location_ref": "properties.ref || id",
            "name": "properties.name || properties.branch || properties.brand",
            "kind": "properties.amenity == 'parcel_locker' && 'locker' || `null`",
            "access": "properties.access == 'private' && 'internal' || `null`",
            "country": 'properties."addr:country"',
            "region": 'properties."addr:state"',
            "city": 'properties."addr:city"',
            "postcode": 'properties."addr:postcode"',
            "street": _STREET,
            "lat": "geometry.type == 'Point' && geometry.coordinates[1] || `null`",
            "lon": "geometry.type == 'Point' && geometry.coordinates[0] || `null`",
            "pickup_hours": "properties.opening_hours",
            "opens_on": "properties.start_date",
            "closes_on": "properties.end_date",
            "url": "properties.website",
        },
        closed="properties.end_date == 'yes'",
    )

    def declared(self) -> AdapterWords:
        """Return the recipe, for the features of one spider where one is named."""
        if not self.options.spider:
            return self.recipe
        return self.recipe.model_copy(update={"items": f"features[?properties.\"@spider\" == '{self.options.spider}']"})

    def read(self, page: Page) -> Reading:
        """Read the features of a file; one that has come to its end is closed."""
        reading = super().read(replace(page, body=gathered(page.body)))
        return replace(reading, rows=[_ended(row, page) for row in reading.rows])


def _ended(row: Row, page: Page) -> Row:
    ends = row.get("closes_on")
    if isinstance(ends, str) and ends <= page.seen_at_utc.date().isoformat():
        return {**row, "status": "closed"}
    return row
