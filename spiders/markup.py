"""Markup as text: decoded, as a tree for selectors, and as the lines that a reader of the page sees."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from lxml import etree  # type: ignore[import-untyped]
from parsel import Selector
from w3lib.encoding import html_to_unicode

from pipelines.records import Page

HIDDEN = {"script", "style", "noscript", "template", "head", "title"}
CELLS = {"td", "th", "dt", "dd"}
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
_FLOWING = re.compile(r"[\n\t]")
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "label", "mark", "s", "small", "span"} | {
    "strong", "sub", "sup", "time", "u", "wbr"
}  # fmt: skip


def decoded(body: bytes, content_type: str | None = None) -> str:
    """Return a page's text, in the encoding that its header or its markup names; what cannot be read is replaced.

    Where neither names one it is UTF-8, or, where it cannot be that, the one of Western Windows, as in browsers.
    """
    return html_to_unicode(content_type, body, default_encoding=_usual(body))[1].replace("\x00", "")


def _usual(body: bytes) -> str:
    try:
        body.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def tree(page: Page, *, lenient: bool = False) -> Selector:
    """Return the page for selectors; ``lenient`` lets BeautifulSoup close what broken markup leaves open."""
    text = decoded(page.body, page.headers.get("content-type"))
    return Selector(text=str(BeautifulSoup(text, "html.parser")) if lenient else text, type="html")


def visible_text(markup: str, between_cells: str = " ") -> str:
    r"""Return what a reader sees, a line for each block; cells of a row stand on one line, parted as told.

    >>> visible_text("<p>Invoice <b>12</b></p><table><tr><td>Total<td>2,49</table><script>x()</script>")
    'Invoice 12\nTotal 2,49'
    """
    root = Selector(text=markup, type="html").root
    text = "".join(_pieces(root, between_cells)) if etree.iselement(root) else ""
    lines = (_BLANKS.sub(lambda blanks: _blank(blanks.group()), line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _blank(blanks: str) -> str:
    """Return one blank for several; a tab for those with a tab, which the page itself cannot hold."""
    return "\t" if "\t" in blanks else " "


def _pieces(root: object, between_cells: str) -> Iterator[str]:
    """Walk without recursion: markup of others may be nested deeper than Python likes."""
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if element.tag in HIDDEN:
            hidden += 1 if event == "start" else -1
        if not hidden:
            text = element.text if event == "start" else element.tail
            yield _edge(element.tag, between_cells) + _FLOWING.sub(" ", text or "")


def _edge(tag: object, between_cells: str) -> str:
    """Return what parts an element from what is beside it; comments, whose tag is no text, part nothing."""
    if not isinstance(tag, str) or tag in INLINE:
        return ""
    return between_cells if tag in CELLS else "\n"
