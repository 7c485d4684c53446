"""Rio SEO: a rented locator of large chains, at an address of its own.

Recognise it: requests to ``/api/getAsyncLocations``.

    [sources.options]
    host = "https://stores.shop.example"      # where the locator is
    search = "Amsterdam"              # any place in the market; unsaid: the country

Caps: 10,000 places an answer; one that holds as many is taken for a part.
Traps: the list is JSON in markup in JSON. A place that opens later is listed with its ``opening_date``; only days that
are written as 2025-03-01 are read, since 03/01 may be either month.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset, PresetWords


class RioSeo(Preset):
    """The whole list in one answer."""

    class Options(PresetWords):
        """The words of a rio_seo source."""

        search: str = "{country}"

    recipe = AdapterWords(
        url="{host}/api/getAsyncLocations?template=domain&level=domain&search={search}&radius=20038&limit=10000",
        inside="maplist",
        items="@",
        cap=(10000,),
        fields={"location_ref": "fid", "opens_on": "grand_opening_date || opening_date"},
    )
