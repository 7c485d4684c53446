"""Answers hold where one asks for them: the zone or location a source asks about, and whether the answer is about it.

A cookie that was not taken, or a shop that was closed, gives what holds at another place without a word.
"""

import json
from dataclasses import replace

from pipelines.records import Page, Reading
from spiders.declaration import Words
from spiders.json_path import json_path
from spiders.markup import tree


class Zone(Words):
    """The zone that a source asks about; an answer that does not say so is no answer."""

    ref: str
    """The zone or location in our tables: the prices' ``location_ref``."""
    echo: str
    """Where the answer says which zone it is about: JMESPath in JSON, else CSS (``.store::text``)."""
    says: str | None = None
    """What it says there, where that is not ``ref``."""

    def applied(self, page: Page, reading: Reading) -> Reading:
        """Return the reading with the zone in every row; ``changed``, without rows, where it is about another one."""
        reading = about(self.says or self.ref, told_at(self.echo, page), reading)
        return replace(reading, rows=[{"location_ref": self.ref, **row} for row in reading.rows])


def about(asked: str, told: str | None, reading: Reading) -> Reading:
    """Return a reading of an answer about what was asked for; ``changed``, without rows, where it is about another.

    An answer that lists nothing need not say what about.
    """
    if told == asked or (told is None and not reading.rows):
        return reading
    reason = f"{asked!r} was asked about, the answer is about {told!r}"
    return replace(reading, outcome="changed", rows=(), reason=reason)


def told_at(echo: str, page: Page) -> str | None:
    """Return what an answer says at a place: JMESPath in JSON, else CSS."""
    if page.body.lstrip()[:1] in (b"{", b"["):
        value = json_path(echo)(json.loads(page.body))
        return None if value is None else str(value).strip()
    found = tree(page).css(echo)
    if not found:
        return None
    text = found[0].get() if "::" in echo else found[0].xpath("string()").get()
    return " ".join(str(text).split())
