"""Pages of slots, read as people read them."""

import pytest

from tests.spiders.slots.brief import brief

TABLE = """<table><tr><th>Time</th><th data-date="2025-01-06">Mon 6</th><th data-date="2025-01-07">Tue 7</th></tr>
<tr><td>10:00 - 12:00</td><td class="full">Full</td><td><button>3 left</button></td></tr>
<tr><td>12:00 - 14:00</td><td class="is-closed">-</td><td>Ask us</td></tr></table>"""


LISTS = """<h2>Mon 6 January 2025</h2>
<ul><li>10:00 \u2013 12:00 <b>Vol</b></li><li>12:00 - 14:00, nog 3 plekken</li></ul>
<h2>Tue 7 January 2025</h2><ul><li>10:00-12:00</li></ul>"""


ATTRIBUTES = """<div data-store-id="7"><i class="slot--available" data-left="3" data-capacity="9"></i>
<div class="slot" data-start="2025-01-06T10:00" data-end="2025-01-06T12:00" data-left="3" data-capacity="9">10</div>
<button disabled data-start="2025-01-06T12:00" data-end="2025-01-06T14:00">12</button></div>"""


COLUMNS = """<table><tr><th>Datum</th><th>Von</th><th>Bis</th><th>Status</th></tr>
<tr><td>06.01.2025</td><td>10:00</td><td>12:00</td><td>ausgebucht</td></tr></table>"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            TABLE,
            [("01-06T10:00", "full", None), ("01-07T10:00", "free", 3), ("01-06T12:00", "closed", None),
             ("01-07T12:00", "unknown", None)],
            id="a table of days and times",
        ),
        pytest.param(
            LISTS,
            [("01-06T10:00", "full", None), ("01-06T12:00", "free", 3), ("01-07T10:00", "free", None)],
            id="lists under days",
        ),
        pytest.param(
            ATTRIBUTES, [("01-06T10:00", "free", 3), ("01-06T12:00", "not_offered", None)], id="attributes"
        ),
        pytest.param(COLUMNS, [("01-06T10:00", "full", None)], id="a row for each slot"),
    ],
)  # fmt: skip
def test_pages_are_read_as_people_read_them(slots, page, expected):
    got = brief(slots(f"<html><body>{page}</body></html>", name="page.html"))
    assert [(start, status, places) for start, _, status, places in got] == expected


@pytest.mark.parametrize(("page", "status"), [
    ("<title>Access Denied</title><p>You don't have permission to access this server.", "blocked"),
    ("<title>Shop</title><h1>503 Service Temporarily Unavailable</h1>", "unknown"),
])  # fmt: skip
def test_a_page_of_an_error_is_no_calendar_without_slots(slots, page, status):
    assert [slot["status"] for slot in slots(page, name="answer.html")] == [status]


def test_a_button_says_by_its_class_what_the_cell_does_not(slots):
    table = "<tr><th><th>2025-09-01<tr><th>10:00 - 12:00<td><button class='slot slot--closed'>x</button>"
    assert brief(slots(f"<table>{table}</table>", name="answer.html")) == [("09-01T10:00", "12:00", "closed", None)]
