"""A table of records behind an address: CSV, with commas, semicolons or tabs.

Recognise it: the address ends in ``.csv``, or the browser offers the answer as a download; shared spreadsheets give
one with ``export?format=csv``.

    [sources.options]
    url = "/stores.csv"               # and the other words of json_api: headers, paging, cap, constants, values
    fields = { location_ref = "shop no" }     # our field = the column's name, as JMESPath: '"Shop No."' with quotes

Of locations, columns whose names say what they are need no field; of a table without a header the columns are known
by what stands in them. See what is found with ``orderscope read locations FILE``.

Traps: a table without a header is a guess: look at it. An export may stop at a number of rows; name it as ``cap``.
Times in a table are mostly local and mostly not ISO 8601: write ``times``.
"""

from spiders.adapter import Adapter, AdapterWords
from spiders.adapter.words import Form


class Csv(Adapter):
    """Any table, with a header or without."""

    class Options(AdapterWords):
        """The words of a csv source."""

        unwrap: Form = "csv"
