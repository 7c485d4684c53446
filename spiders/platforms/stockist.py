"""Stockist: a rented locator, often of stockists rather than of own shops.

Recognise it: ``data-stockist-widget-tag="u1234"`` in the page, or a script from ``stockist.co/embed``.

    [sources.options]
    key = "u1234"                     # the widget's tag
    near = { area = [50.7, 3.3, 53.6, 7.3], cap = 50, reach_km = 100 }    # where the whole list is refused

Caps: none on the whole list; its answer to a search is limited.
Traps: some accounts refuse the whole list (HTTP 400): then search with ``near``. Those listed may be resellers.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, NearKeyWords, Preset


class Stockist(Preset):
    """The whole list in one answer."""

    class Options(NearKeyWords):
        """The words of a stockist source."""

        host: str = "https://stockist.co"

    recipe = AdapterWords(
        url="{host}/api/v1/{key}/locations/all",
        items="@",
    )
    recipe_near = AdapterWords(
        url="{host}/api/v1/{key}/locations/search?latitude={lat}&longitude={lon}&distance={km}",
        items="locations",
    )
