"""GeoJSON: a collection of points, as map tools and open data portals give it.

Recognise it: the answer begins with ``{"type": "FeatureCollection"``.

    [sources.options]
    url = "/stores.geojson"           # and the other words of json_api

Caps: none of its own; name one as ``cap`` where the server has it.
Traps: features that are no points have no position here. A feature's ``id`` may be its place in the list only.
"""

from spiders.adapter import Adapter, AdapterWords
from spiders.json_path import JsonPath


class Geojson(Adapter):
    """The features of a collection."""

    class Options(AdapterWords):
        """The words of a geojson source."""

        items: JsonPath | None = "features"
