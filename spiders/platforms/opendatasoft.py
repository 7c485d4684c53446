"""Opendatasoft: a data set on an open data portal, exported whole.

Recognise it: ``/explore/dataset/`` in the portal's addresses, or requests to ``/api/explore/v2.1/``.

    [sources.options]
    host = "https://data.example"     # the portal
    dataset = "pickup-points"

Caps: none on an export; the portal's other interface stops at 10,000 records.
Traps: records have no number of their own unless the publisher gives one: places are then told apart by name and
address. Names of fields are the publisher's own.
Written from public descriptions; never seen live.
"""

from spiders.adapter import AdapterWords, Preset, PresetWords


class Opendatasoft(Preset):
    """The whole data set in one answer."""

    class Options(PresetWords):
        """The words of an opendatasoft source."""

        dataset: str

    recipe = AdapterWords(
        url="{host}/api/explore/v2.1/catalog/datasets/{dataset}/exports/json",
        items="@",
    )
