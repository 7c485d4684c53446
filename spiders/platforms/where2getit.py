"""Where2GetIt (Brandify, SOCi): a rented locator of large chains.

Recognise it: ``W2GI.config`` in the page's scripts, or requests to ``hosted.where2getit.com/<brand>/rest/``.

    [sources.options]
    brand = "kade"                    # the word in the address
    key = "6B962D40-03BA-11E5-BC31-9A51842CA48B"      # the appkey

Caps: 10,000 places an answer; one that holds as many is taken for a part.
Traps: code 5007 says that there are none. Closed places may stay in the list: map what tells them with ``values``.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, KeyWords, Preset


class Where2getit(Preset):
    """The whole list in one answer."""

    class Options(KeyWords):
        """The words of a where2getit source."""

        host: str = "https://hosted.where2getit.com"
        brand: str

    recipe = AdapterWords(
        url="{host}/{brand}/rest/getlist",
        json={
            "request": {
                "appkey": "{key}",
                "formdata": {"objectname": "Locator::Store", "order": "clientkey", "limit": 10000, "where": {}},
            }
        },
        items="response.collection || (response.code == `5007` && `[]`)",
        cap=(10000,),
        fields={"location_ref": "clientkey || to_string(uid)"},
    )
