"""Prices hold where one asks for them: the zone a source asks about, and whether the answer is about it."""

import json
from dataclasses import replace

from pipelines.records import Page, Reading
from spiders.declaration import Words
from spiders.json_path import json_path
from spiders.markup import tree


class Zone(Words):
    """The zone that a source asks about; an answer that does not say so is no answer.

    A cookie that was not taken, or a shop that was closed, gives the prices of another place without a word.
    """

    ref: str
    """The zone or location in our tables: the prices' ``location_ref``."""
    echo: str
    """Where the answer says which zone it is about: JMESPath in JSON, else CSS (``.store::text``)."""
    says: str | None = None
    """What it says there, where that is not ``ref``."""

    def applied(self, page: Page, reading: Reading) -> Reading:
        """Return the reading with the zone in every row; ``changed``, without rows, where it is about another one."""
        told, asked = self._told(page), self.says or self.ref
        if told != asked:
            reason = f"the prices of {asked!r} were asked for, the answer is about {told!r}"
            return replace(reading, outcome="changed", rows=(), reason=reason)
        return replace(reading, rows=[{"location_ref": self.ref, **row} for row in reading.rows])

    def _told(self, page: Page) -> str | None:
        if page.body.lstrip()[:1] in (b"{", b"["):
            value = json_path(self.echo)(json.loads(page.body))
            return None if value is None else str(value).strip()
        found = tree(page).css(self.echo)
        if not found:
            return None
        text = found[0].get() if "::" in self.echo else found[0].xpath("string()").get()
        return " ".join(str(text).split())
