"""WP Go Maps: a map plug-in of WordPress sites, now and then used as a locator.

Recognise it: ``WPGMZA_localized_data`` in the page's scripts, or requests to ``/wp-json/wpgmza/``.

    [sources.options]
    host = "https://shop.example"     # the WordPress site; unsaid: the retailer's url

Caps: none known.
Traps: the markers of all maps of the site come together, also of maps that are no locator; the address is one line.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset


class WpGoMaps(Preset):
    """All markers in one answer."""

    recipe = AdapterWords(
        url="{host}/wp-json/wpgmza/v1/features/",
        items="markers",
        fields={"location_ref": "id", "name": "title", "street": "address"},
    )
