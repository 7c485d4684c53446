"""StoreLocatorWidgets: a rented locator.

Recognise it: a script with ``id="storelocatorscript"`` and a ``data-uid`` of 32 hexadecimal digits.

    [sources.options]
    key = "7f3962110f31589bc13cdc3b7b85cfd7"      # the data-uid

Caps: none known.
Traps: the answer is a call (JSONP); the address is one line, hours stand in a field for each weekday.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset


class StoreLocatorWidgets(Preset):
    """The whole list in one answer."""

    class Options(KeyWords):
        """The words of a store_locator_widgets source."""

        host: str = "https://cdn.storelocatorwidgets.com"

    recipe = AdapterWords(
        url="{host}/json/{key}",
        items="stores",
        fields={"location_ref": "storeid"},
    )
