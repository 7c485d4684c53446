"""Which page comes after which: the words of a declaration, and a pure decision."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from spiders.declaration import Words

MOST_PAGES = 2_000
"""A source that says it has more is asked for no more: a wrong total must not become a flood."""


class Paging(Words):
    """How a list that does not fit on one page is asked for."""

    kind: Literal["none", "page", "offset"] = "none"
    """``page``: {page} counts pages; ``offset``: {offset} counts records."""
    first: int | None = None
    """The number of the first page (1), or the first offset (0)."""
    size: int = Field(default=50, ge=1)
    """How many records a full page holds; {size} in the address."""

    @property
    def begin(self) -> int:
        """The number to begin with."""
        return self.first if self.first is not None else int(self.kind == "page")

    def after(self, number: int, seen: int, announced: int | None) -> Iterable[int]:
        """Return the numbers to ask for after the page ``number``, which held ``seen`` records.

        Where the first page announces a total all others are asked for at once, by the size that pages really have.

        >>> list(Paging(kind="page", size=50).after(1, 50, 158))
        [2, 3, 4]
        >>> list(Paging(kind="offset", size=50).after(50, 50, None)), list(Paging(kind="page").after(3, 7, None))
        ([100], [])
        """
        if self.kind == "none" or seen == 0:
            return ()
        step = seen if self.kind == "offset" else 1
        if announced is None:
            return (number + step,) if seen >= self.size and number < self._end else ()
        if number != self.begin:
            return ()
        pages = min(-(-announced // seen), MOST_PAGES)
        return range(number + step, number + pages * step, step)

    @property
    def _end(self) -> int:
        return self.begin + MOST_PAGES * (self.size if self.kind == "offset" else 1)

    def fill(self, template: str, number: int) -> str:
        """Put a page's number into an address or a form's value."""
        numbers = {"{page}": number, "{offset}": number, "{size}": self.size}
        for name, value in numbers.items():
            template = template.replace(name, str(value))
        return template
