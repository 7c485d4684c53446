"""Places that a page shows to people: in tables, cards and scripts, and not in its menu."""

import json

import pytest

from spiders.errors import Changed
from spiders.places.structured import places_of
from spiders.places.values import READ
from spiders.reads import locations


def test_an_office_is_no_shop():
    block = {"@type": "Organization", "name": "HQ", "address": {"streetAddress": "Kaai 1"}}
    assert places_of(f'<script type="application/ld+json">{json.dumps(block)}</script>') == []


SHOWN = """<ul><li class="nav"><a href="/">Home</a></li><li class="nav"><a href="/stores">Shops</a></li></ul>
<ul>{}</ul>"""


def test_a_page_that_merely_shows_its_places_is_read_and_its_menu_is_not(tmp_path):
    parts = '<h3>Shop {0}</h3><p class="street">Kaai {0}</p><span class="zip">9000</span>'
    entry = f'<li class="shop" data-id="{{0}}">{parts}</li>'
    (tmp_path / "a.html").write_text(SHOWN.format(entry.format(7) + entry.format(8)))
    assert [(row["location_ref"], row["name"], row["street"]) for row in locations.read(tmp_path / "a.html")] == [
        ("7", "Shop 7", "Kaai 7"),
        ("8", "Shop 8", "Kaai 8"),
    ]
    (tmp_path / "b.html").write_text(SHOWN.format(""))
    with pytest.raises(Changed):
        list(locations.read(tmp_path / "b.html"))


def test_windows_that_only_markup_parts_stay_apart():
    cell = "<tr><td>Lunes</td><td><time>10:00 - 14:00</time><time>17:00 - 21:00</time></td></tr>"
    assert READ["pickup_hours"](f"<table>{cell}</table>") == "Lunes 10:00 - 14:00, 17:00 - 21:00"


@pytest.mark.parametrize("markup", [
    "<table><tr><td>Kade Bonn<td>Markt 1, 53111 Bonn<td>Mo 16-18<tr><td>Kade<td>Ring 5, 50667 Bonn<td>Di 10-12</table>",
    "<div><article><h3>Kade Bonn</h3><address>Markt 1<br>53111 Bonn</address></article>"
    "<article><h3>Kade</h3><address>Ring 5<br>50667 Bonn</address></article></div>",
    """<script>s = JSON.parse("[{\\"title\\":\\"Kade Bonn\\",\\"addr\\":\\"Markt 1, 53111 Bonn\\"}]")</script>""",
], ids=["a table without heads", "cards", "a text that a script takes apart"])  # fmt: skip
def test_a_page_tells_its_places_in_its_own_way(tmp_path, markup):
    (tmp_path / "a.html").write_text(f"<html><body>{markup}</body></html>")
    first = next(iter(locations.read(tmp_path / "a.html")))
    told = ("name", "street", "postcode", "city")
    assert [first[name] for name in told] == ["Kade Bonn", "Markt 1, 53111 Bonn", "53111", "Bonn"]


def test_a_menu_in_a_script_is_no_list_of_places(tmp_path):
    menu = json.dumps([{"id": n, "name": f"Kitchen {n}", "url": f"/c/{n}", "city": "New"} for n in range(9)])
    (tmp_path / "a.html").write_text(f"<html><script>window.menu = {menu}</script></html>")
    with pytest.raises(Changed, match="where anything is"):
        list(locations.read(tmp_path / "a.html"))
