"""WP Store Locator: the most used locator plug-in of WordPress sites.

Recognise it: ``wpslSettings`` in the page's scripts, or requests with ``action=store_search``.

    [sources.options]
    host = "https://shop.example"     # the WordPress site; unsaid: the retailer's url
    near = { area = [50.7, 3.3, 53.6, 7.3], cap = 100 }    # where the whole list is cut off

Caps: the site's settings limit the list, and the answer does not say so. A list of exactly one of the numbers that the
settings offer is taken for a part: search with ``near`` then, its cap the largest number of results it gives.
Traps: the first list may be empty or only what is near a start point, as the site likes.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset, PresetWords
from spiders.nearest import Near


class WpStoreLocator(Preset):
    """The list that the map begins with, or what is near points."""

    class Options(PresetWords):
        """The words of a wp_store_locator source."""

        near: Near | None = None

    recipe = AdapterWords(
        url="{host}/wp-admin/admin-ajax.php?action=store_search&autoload=1",
        items="@",
        cap=(25, 50, 75, 100, 250, 500),
        fields={"location_ref": "id", "name": "store", "street": "address"},
    )
    recipe_near = AdapterWords(
        url="{host}/wp-admin/admin-ajax.php?action=store_search&lat={lat}&lng={lon}&max_results=500&search_radius={km}",
    )
