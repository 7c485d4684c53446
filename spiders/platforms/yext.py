"""Yext: a listings service; its entities API, or the search pages that it builds for a retailer.

Recognise it: requests to ``/v2/accounts/me/entities`` with an ``api_key`` of 32 hexadecimal digits, or a locator at an
address of its own (``locations.shop.example/search``) that answers JSON when asked for it.

    [sources.options]
    key = "d41c0f5a9b7e4c3f8a2b6d1e0f9c8b7a"      # the API key in the page
    types = "location"                            # or restaurant, atm, ...: entities may also be questions or jobs
    # or, without any key:
    pages = "https://locations.shop.example"      # where the search pages are

Caps: 50 entities an answer; the first announces how many there are in all.
Traps: with versions of the API from 2024-05-15 on, an offset stops after the first page, so the version is fixed and
the token followed. The pages' search wants a radius around nowhere, which must be wide enough for all.
Written from public descriptions; never seen live.
"""

from typing import Self

from pydantic import model_validator

from spiders.adapter import AdapterWords, Preset, PresetWords
from spiders.paging import Paging

_FIELDS = {
    "location_ref": "meta.id || profile.meta.id || to_string(profile.meta.uid)",
    "pickup_hours": "pickupHours || profile.pickupHours || hours || profile.hours",
}
_PAGES = AdapterWords(
    url="{pages}/search?r=250000&per={size}&offset={offset}",
    paging=Paging(kind="offset"),
    items="response.entities",
    total="response.count",
    fields=_FIELDS,
    closed="closed || profile.closed",
)


class Yext(Preset):
    """Entities by token, or search pages by offset."""

    class Options(PresetWords):
        """The words of a yext source."""

        host: str = "https://cdn.yextapis.com"
        key: str | None = None
        pages: str | None = None
        types: str = "location"

        @model_validator(mode="after")
        def _one_door(self) -> Self:
            if (self.key is None) == (self.pages is None):
                raise ValueError("write key, or pages")
            return self

    options: Options
    recipe = AdapterWords(
        url="{host}/v2/accounts/me/entities?api_key={key}&v=20240514&entityTypes={types}&limit={size}&pageToken={token}",
        paging=Paging(kind="token", token="response.pageToken"),  # noqa: S106 - where it stands, not what it is
        items="response.entities",
        total="response.count",
        fields=_FIELDS,
        closed="closed || profile.closed",
    )

    def declared(self) -> AdapterWords:
        """Return the recipe of the entities, or that of the search pages."""
        return self.recipe if self.options.key else _PAGES
