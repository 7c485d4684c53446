"""Agile Store Locator: a locator plug-in of WordPress sites.

Recognise it: ``ASL_REMOTE`` in the page's scripts, or requests with ``action=asl_load_stores``.

    [sources.options]
    host = "https://shop.example"     # the WordPress site; unsaid: the retailer's url

Caps: none on the whole list.
Traps: hours are JSON within the JSON, where "0" is closed and "1" is open all day.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset


class AgileStoreLocator(Preset):
    """The whole list in one answer."""

    recipe = AdapterWords(
        url="{host}/wp-admin/admin-ajax.php?action=asl_load_stores&load_all=1",
        items="@",
        fields={"location_ref": "id", "name": "title"},
    )
