"""Algolia: a rented search; some retailers keep their shops in an index of it.

Recognise it: ``algoliasearch(`` in the page's scripts, or requests with ``x-algolia-`` in their headers or addresses.

    [sources.options]
    app = "KADE0APP1D"                # the application's id
    key = "5f0c9a7b3e1d4826a9c4b7e2d8f10356"      # the public key for searching
    index = "prod_pickup_points"

Caps: 1,000 places a page, and by default no more than 1,000 in all, however many are announced: the run is partial
then, and ``values`` cannot help; look for another index or address.
Traps: names of fields are the retailer's own.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset
from spiders.paging import Paging


class Algolia(Preset):
    """Pages of hits."""

    class Options(KeyWords):
        """The words of an algolia source."""

        host: str = "https://{app}-dsn.algolia.net"
        app: str
        index: str

    recipe = AdapterWords(
        url="{host}/1/indexes/*/queries",
        headers={"x-algolia-application-id": "{app}", "x-algolia-api-key": "{key}"},
        json={"requests": [{"indexName": "{index}", "params": "query=&hitsPerPage=1000&page={page}"}]},
        paging=Paging(kind="page", first=0, size=1000, pages="results[0].nbPages"),
        items="results[0].hits",
        total="results[0].nbHits",
        fields={"location_ref": "objectID"},
    )
