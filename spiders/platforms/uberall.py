"""Uberall: a rented locator and listings service.

Recognise it: ``id="store-finder-widget"`` with a ``data-key``, or requests to ``/api/storefinders/``.

    [sources.options]
    key = "Kd4QzVbLr0TnW8sXyG1m"      # the store finder's key

Caps: none on the whole list.
Traps: the retailer's own ``identifier`` is empty for some places, which then go by Uberall's number: when it is
filled in later the place gets another reference.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset


class Uberall(Preset):
    """The whole list in one answer."""

    class Options(KeyWords):
        """The words of an uberall source."""

        host: str = "https://uberall.com"

    recipe = AdapterWords(
        url="{host}/api/storefinders/{key}/locations/all",
        items="response.locations",
        fields={"location_ref": "identifier || to_string(id)", "street": "streetAndNumber"},
    )
