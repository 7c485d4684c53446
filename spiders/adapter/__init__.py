"""The one engine behind most platforms: a request, its paging, the answer's form, its items, their fields.

What differs between platforms is a declaration in these words; ``Preset`` is a platform that has it written already.
"""

from spiders.adapter.engine import Adapter
from spiders.adapter.preset import KeyWords, NearKeyWords, Preset, PresetWords
from spiders.adapter.words import AdapterWords

__all__ = ["Adapter", "AdapterWords", "KeyWords", "NearKeyWords", "Preset", "PresetWords"]
