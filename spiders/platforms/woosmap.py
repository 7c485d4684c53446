"""Woosmap: a rented locator and store search.

Recognise it: a key that begins with ``woos-`` in the page or its scripts.

    [sources.options]
    key = "woos-48c80350-88aa-333e-835a-07f4b658a9a4"

Caps: 300 stores a page; the answer says how many pages there are.
Traps: it answers only requests that come from the retailer's site, which the Origin header says: ``url`` of the
retailer must be the address under which its locator runs.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset
from spiders.paging import Paging


class Woosmap(Preset):
    """Pages of GeoJSON."""

    class Options(KeyWords):
        """The words of a woosmap source."""

        host: str = "https://api.woosmap.com"

    recipe = AdapterWords(
        url="{host}/stores?key={key}&stores_by_page={size}&page={page}",
        headers={"Origin": "{site}"},
        paging=Paging(kind="page", size=300, pages="pagination.pageCount"),
        items="features",
        fields={"location_ref": "properties.store_id", "pickup_hours": "properties.opening_hours.usual"},
    )
