"""Storepoint: a rented locator.

Recognise it: ``id="storepoint-container"`` with a ``data-map-id`` of 14 hexadecimal digits.

    [sources.options]
    key = "1645a775a8a422"            # the map's id

Caps: none known.
Traps: the address is one line, so city and postcode are not told apart; hours are free text for each weekday.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset


class Storepoint(Preset):
    """The whole list in one answer."""

    class Options(KeyWords):
        """The words of a storepoint source."""

        host: str = "https://api.storepoint.co"

    recipe = AdapterWords(
        url="{host}/v1/{key}/locations",
        items="results.locations",
    )
