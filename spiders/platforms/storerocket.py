"""StoreRocket: a rented locator.

Recognise it: ``data-storerocket-id`` in the page, or ``StoreRocket.init({account: ...})``.

    [sources.options]
    key = "dQ8dwjPJr1"                # the account
    near = { area = [50.7, 3.3, 53.6, 7.3], cap = 50, reach_km = 100 }    # where the whole list is cut off

Caps: accounts may limit the list; how far is not told, so name what was seen as ``near.cap``.
Traps: the address may hold the whole line while its parts are empty.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, NearKeyWords, Preset


class Storerocket(Preset):
    """The whole list in one answer, or what is near points."""

    class Options(NearKeyWords):
        """The words of a storerocket source."""

        host: str = "https://storerocket.io"

    recipe = AdapterWords(
        url="{host}/api/user/{key}/locations",
        items="results.locations",
    )
    recipe_near = AdapterWords(
        url="{host}/api/user/{key}/locations?lat={lat}&lng={lon}&radius={km}",
    )
