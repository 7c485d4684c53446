"""ArcGIS: a layer of points on a map server, as municipalities and some carriers publish them.

Recognise it: requests to ``.../FeatureServer/0/query`` or ``.../MapServer/0/query``.

    [sources.options]
    url = "https://maps.example/rest/services/Pickup_Points/FeatureServer/0"     # the layer

Caps: the server sets how many features an answer holds, mostly 1,000 or 2,000, and says when there are more.
Traps: names of fields are the publisher's own. Numbers of objects may change when the layer is loaded again.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset, PresetWords
from spiders.paging import Paging


class Arcgis(Preset):
    """Pages of GeoJSON."""

    class Options(PresetWords):
        """The words of an arcgis source."""

        url: str

    recipe = AdapterWords(
        url="{url}/query?where=1%3D1&outFields=*&outSR=4326&f=geojson&resultOffset={offset}&resultRecordCount={size}",
        paging=Paging(kind="offset", size=1000, more="exceededTransferLimit || properties.exceededTransferLimit"),
        items="features",
    )
