"""Markup of one place, as sources put it into a map's pop-up, read like the keys of an item."""

import re
from collections.abc import Iterator

from parsel import Selector

from spiders.markup import visible_text

_LABELLED = re.compile(r"([^\W\d][^:]{1,30}):\s*(\S.*)")
_HEADED = "h1, h2, h3, h4, h5, .title, [class*=name], [class*=title], strong, b, a"


def labelled(markup: str) -> dict[str, object]:
    """Return a pop-up's lines by their labels; its heading as ``name``, its first link as ``url``.

    >>> labelled('<h3><a href="/7">Shop 7</a></h3> City: Gent<br>Zip: 9000')
    {'City': 'Gent', 'Zip': '9000', 'name': 'Shop 7', 'url': '/7'}
    """
    told: dict[str, object] = dict(_lines(markup))
    shown = Selector(text=markup or "<p>", type="html")
    headings = (" ".join("".join(node.css("*::text").getall()).split()) for node in shown.css(_HEADED))
    if name := next(filter(None, headings), None):
        told.setdefault("name", name)
    if link := shown.css("a::attr(href)").get():
        told.setdefault("url", link)
    return told


def _lines(markup: str) -> Iterator[tuple[str, str]]:
    broken = re.sub(r"<br\s*/?>", "<div></div>", markup)
    for line in visible_text(broken).splitlines():
        if found := _LABELLED.fullmatch(line.strip()):
            yield found[1].strip(), found[2].strip()
