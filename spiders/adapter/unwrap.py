"""From an answer's bytes to parsed data: JSON, JSONP, JSON in markup or in scripts, XML, tables."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from io import StringIO
from operator import itemgetter

from lxml import etree  # type: ignore[import-untyped]

from pipelines.records import Page
from spiders.errors import Changed
from spiders.json_answer import parsed
from spiders.markup import decoded
from spiders.places.columns import as_items
from spiders.script_values import values_in

_TAG = re.compile(r"<[^>]*>")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s[:@]?[a-z][\w:.-]*\s*=\s*(?:"([\[{].*?)"|'([\[{].*?)')""", re.DOTALL)
MARKUP = {"a", "b", "br", "div", "em", "i", "li", "ol", "p", "span", "strong", "table", "tr", "td", "ul"}
"""Elements that are markup within a text, not records."""
_BETWEEN = ",;\t|"
_SAMPLE, _ALIKE = 50, 0.8
_KML = "/kml/"


def json_inside(text: object) -> object:
    """Return the list that a text holds: JSON, or markup whose text is JSON, with commas too many; raises Changed."""
    if not isinstance(text, str):
        raise Changed("the text that holds the list is not there")
    if text.lstrip()[:1] == "<":
        plain = unescape(_TAG.sub("", text)).strip().rstrip(",")
        text = plain if plain[:1] == "[" else f"[{plain}]"
    return parsed(_TRAILING_COMMA.sub(r"\1", text).encode())


def _scripts(page: Page) -> object:
    """Return all JSON that stands in a page's scripts and data attributes."""
    markup = decoded(page.body, page.headers.get("content-type"))
    texts = [match[1] for match in _SCRIPT.finditer(markup)]
    texts += [unescape(match[1] or match[2]) for match in _ATTRIBUTE.finditer(markup)]
    found = [value for text in texts for value in values_in(text)]
    if not found:
        raise Changed("there is no JSON in the scripts of this page")
    return found


def _xml(page: Page) -> object:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, strip_cdata=True)
    try:
        root = etree.fromstring(page.body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Changed(f"expected XML: {error}") from error
    if root is None or not len(root) or root.tag == "html":
        raise Changed("expected XML with records in it")
    return {_name(root): _as_data(root)}


def _as_data(element: etree._Element) -> object:
    """Return an element as data: its text, or its attributes and children by name, several of a name as a list."""
    if len(element) and all(_name(child).lower() in MARKUP for child in element.iterchildren(tag=etree.Element)):
        return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
    data: dict[str, object] = dict(element.attrib)
    for child in element.iterchildren(tag=etree.Element):
        name, value = _name(child), _as_data(child)
        before = data.get(name)
        data[name] = value if name not in data else [*before, value] if isinstance(before, list) else [before, value]
    text = (element.text or "").strip()
    if _KML in str(element.tag) and _name(element) == "coordinates":
        return _positions(text)
    return {**data, **({"text": text} if text else {})} if data else text


def _positions(text: str) -> object:
    """Return the one position that a KML element holds, as in GeoJSON the longitude first; a line's as its text."""
    numbers = [number.strip() for number in text.split(",")]
    return numbers[:2] if len(numbers) in (2, 3) else text


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _table(page: Page) -> object:
    text = decoded(page.body, page.headers.get("content-type")).lstrip("\ufeff")
    try:
        tables = [_cells(text, sign) for sign in _BETWEEN]
    except csv.Error as error:
        raise Changed(f"the table cannot be read: {error}") from error
    return as_items(max(tables, key=_likeliness))


def _cells(text: str, between: str) -> list[list[str]]:
    return [row for row in csv.reader(StringIO(text, newline=""), delimiter=between) if row]


def _likeliness(rows: Sequence[Sequence[object]]) -> tuple[bool, int]:
    """Return how likely a table was cut rightly: most of its first rows have one width, and a large one."""
    widths = Counter(map(len, rows[:_SAMPLE]))
    width, count = max(widths.items(), key=itemgetter(1), default=(0, 0))
    return width > 1 and count >= _ALIKE * widths.total(), width


_FORMS: Mapping[str, Callable[[Page], object]] = {
    "json": lambda page: parsed(page.body),
    "script": _scripts,
    "xml": _xml,
    "csv": _table,
}


def unwrapped(page: Page, form: str) -> object:
    """Return the data of an answer in one of the forms of a declaration; raises Changed."""
    return _FORMS[form](page)
