"""Places that a page merely shows: rows of a table under its heads, or elements of one kind beside each other."""

from collections import defaultdict
from collections.abc import Iterator
from math import log10
from operator import itemgetter

from parsel import Selector

from spiders.adapter.labelled import labelled
from spiders.markup import visible_text
from spiders.places.columns import as_items
from spiders.places.one_line import with_parts
from spiders.places.plan import Plan, plan_of

_ENTRIES = "li, div, article, section, address, tr, p, option"
_TOLD_BY_CLASS = "[class], [itemprop], address"
_SAMPLE = 20
_MOST = 5000
"""Elements of a page that are looked at; a page of places has fewer."""
_LONGEST = 2000
"""Characters of an element's text: what holds more is no place but a list of them."""

_WHERE, _FEWEST = {"street", "postcode", "city", "lat"}, 2
"""A menu's entries have names and numbers, too: places say in two ways where they are."""

Item = dict[str, object]


def shown_in(markup: str) -> list[Item]:
    """Return the list of a page that is most like places, as items by their own names; empty where none is.

    >>> rows = "<tr><td>Kaai<td>Kaai 1<td>9000<td>Gent<tr><td>Dok<td>Dok 2<td>9000<td>Gent"
    >>> shown_in(f"<table><tr><th>Naam<th>Adres<th>Postcode<th>Plaats{rows}</table>")[0]
    {'Naam': 'Kaai', 'Adres': 'Kaai 1', 'Postcode': '9000', 'Plaats': 'Gent'}
    """
    page = Selector(text=markup or "<p>", type="html")
    weighed = [(plan_of(items), items) for items in (*_tables(page), *_entries(page)) if items]
    places = [(plan.weight + log10(len(items)), items) for plan, items in weighed if _say_where(plan, items)]
    return max(places, key=itemgetter(0))[1] if places else []


def _say_where(plan: Plan, items: list[Item]) -> bool:
    rows = [with_parts(plan.row(item)) for item in items[:_SAMPLE]]
    return sum(len(_WHERE & row.keys()) >= _FEWEST and _has_a_number(row) for row in rows) > len(rows) / 2


def _has_a_number(row: Item) -> bool:
    """Tell whether there is a number in what says where it is: a footer's columns have words only."""
    return any(sign.isdecimal() for name in _WHERE & row.keys() for sign in str(row[name]))


def _tables(page: Selector) -> Iterator[list[Item]]:
    """Yield each table that has heads; one without is as likely the page's layout."""
    for table in page.css("table"):
        rows = [row.xpath("./th|./td") for row in table.xpath("./tr|./thead/tr|./tbody/tr")]
        if len(rows) > 1 and len(rows[0]) > 1:
            yield list(as_items([[_text(cell) for cell in row] for row in rows]))


def _entries(page: Selector) -> Iterator[list[Item]]:
    """Yield what elements of one name and class below one parent tell."""
    alike: dict[tuple[object, ...], list[Selector]] = defaultdict(list)
    for node in page.css(_ENTRIES)[:_MOST]:
        alike[node.root.getparent(), node.root.tag, node.attrib.get("class")].append(node)
    for nodes in alike.values():
        if len(nodes) > 1:
            yield list(filter(None, map(_told, nodes)))


def _told(node: Selector) -> Item:
    """Return what an element tells: by its attributes, by its parts' classes, by its labels and its heading."""
    markup = node.get() or ""
    if len(markup) > 10 * _LONGEST or len(_text(node)) > _LONGEST:
        return {}
    told: Item = {name.removeprefix("data-"): value for name, value in node.attrib.items() if name.startswith("data-")}
    for part in node.css(_TOLD_BY_CLASS):
        for name in (*part.attrib.get("class", "").split(), part.attrib.get("itemprop", ""), part.root.tag):
            if name and part.root is not node.root and (text := _text(part)):
                told.setdefault(name, text)
    if phone := node.css('a[href^="tel:"]::attr(href)').get():
        told.setdefault("phone", phone)
    return {**labelled(markup), **told}


def _text(node: Selector) -> str:
    return visible_text(node.get() or "").replace("\n", ", ")
