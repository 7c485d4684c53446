"""InPost: parcel lockers and partner shops of one carrier, through its public list of points.

Recognise it: ``easyPack.init`` in the page's scripts, or requests to ``/v1/points``.

    [sources.options]
    host = "https://api-pl-points.easypack24.net"     # each country has its own

Caps: 100 points a page; the answer says how many pages and how many points there are.
Traps: a country has tens of thousands of points: look seldom. The points are the carrier's, not the retailer's own.
Points that do not operate are listed, too.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset, PresetWords
from spiders.paging import Paging


class Inpost(Preset):
    """Pages of points."""

    class Options(PresetWords):
        """The words of an inpost source."""

        host: str = "https://api-pl-points.easypack24.net"

    recipe = AdapterWords(
        url="{host}/v1/points?page={page}&per_page={size}",
        paging=Paging(kind="page", size=100, pages="total_pages"),
        items="items",
        total="count",
        fields={
            "location_ref": "name",
            "kind": "type && (contains(type, 'parcel_locker') && 'locker' || 'partner')",
            "street": "join(' ', [address_details.street || address.line1, address_details.building_number || ''])",
            "pickup_hours": "location_247 && '24/7' || opening_hours",
        },
    )
