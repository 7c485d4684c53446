"""Amasty: the store locator of many Magento shops.

Recognise it: ``amlocator`` in the page's scripts and addresses.

    [sources.options]
    host = "https://shop.example"     # the Magento shop; unsaid: the retailer's url

Caps: a page holds what the shop's settings say; the answer announces how many there are in all.
Traps: after the last page the first comes again, so the list ends where it begins again. The address stands only in
the markup of the map's pop-up, in lines ("City: ...") whose words the shop may have changed.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset
from spiders.paging import Paging


class Amasty(Preset):
    """Pages until the first comes again."""

    recipe = AdapterWords(
        url="{host}/amlocator/index/ajax/?p={page}",
        method="POST",
        headers={"X-Requested-With": "XMLHttpRequest"},
        paging=Paging(kind="page", until="repeat"),
        items="items",
        total="totalRecords",
        markup="popup_html",
        fields={"location_ref": "id"},
    )
