"""Super Store Finder: a locator plug-in of WordPress sites that answers XML.

Recognise it: ``superstorefinder-wp`` in the addresses of the page's scripts.

    [sources.options]
    host = "https://shop.example"     # the WordPress site; unsaid: the retailer's url

Caps: none known.
Traps: ``location`` is the name; the address is one line. Markup stands in some of the texts.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset


class SuperStoreFinder(Preset):
    """The whole list in one answer."""

    recipe = AdapterWords(
        url="{host}/wp-content/plugins/superstorefinder-wp/ssf-wp-xml.php",
        unwrap="xml",
        items="locator.store.item || store.item",
        fields={"location_ref": "storeId", "name": "location", "street": "address", "pickup_hours": "operatingHours"},
    )
