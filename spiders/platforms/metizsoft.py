"""Metizsoft: a locator app of Shopify shops.

Recognise it: a script from ``storelocator.metizapps.com`` with ``shop=`` in its address.

    [sources.options]
    key = "brand.myshopify.com"       # the shop's address at Shopify

Caps: none known.
Traps: places that were taken off stay in the list with ``delete_status`` 1: they are read as closed.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset


class Metizsoft(Preset):
    """The whole list in one answer."""

    class Options(KeyWords):
        """The words of a metizsoft source."""

        host: str = "https://storelocator.metizapps.com"

    recipe = AdapterWords(
        url="{host}/stores/storeDataGet",
        form={"shopData": "{key}"},
        items="data.result",
        fields={"location_ref": "id", "pickup_hours": "hour_of_operation"},
        closed="delete_status",
    )
