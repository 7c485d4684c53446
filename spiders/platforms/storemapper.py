"""Storemapper: a rented locator.

Recognise it: ``data-storemapper-id`` in the page, or a request to ``/api/users/<id>/stores.js``.

    [sources.options]
    key = "29720-Bfq2LEYgpPsVNnZ9"    # the user's id, with what follows it

Caps: none known.
Traps: the address is one line.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset


class Storemapper(Preset):
    """The whole list in one answer."""

    class Options(KeyWords):
        """The words of a storemapper source."""

        host: str = "https://storemapper-herokuapp-com.global.ssl.fastly.net"

    recipe = AdapterWords(
        url="{host}/api/users/{key}/stores.js",
        items="stores",
        fields={"location_ref": "id"},
    )
