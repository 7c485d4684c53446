"""The contract: what a look brings back and what the warehouse promises to keep of it.

A platform reads a ``Page`` into a ``Reading`` of raw rows; the clean stage makes sightings of them (``Location``,
``Slot``, ``Price``, ``Invoice``, ``Attention``, ``Count``). A field that is None was not told; that is never zero or
"no". Instants end in ``_utc`` and carry no time zone.
"""

from pipelines.records.kept import Capture, Expect, Look, Origin, Reject, Run
from pipelines.records.looked import Kind, Outcome, Page, Profile, Reader, Reading, Row, Verdict
from pipelines.records.sightings import SIGHTING_OF_KIND, Attention, Count, Invoice, Location, Price, Sighting, Slot

__all__ = [
    "SIGHTING_OF_KIND",
    "Attention",
    "Capture",
    "Count",
    "Expect",
    "Invoice",
    "Kind",
    "Location",
    "Look",
    "Origin",
    "Outcome",
    "Page",
    "Price",
    "Profile",
    "Reader",
    "Reading",
    "Reject",
    "Row",
    "Run",
    "Sighting",
    "Slot",
    "Verdict",
]
