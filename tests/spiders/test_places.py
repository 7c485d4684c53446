"""Lists of places as sources write them: which list it is, and which key means what."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders.places import items_in, plan_of
from spiders.places.columns import as_items
from spiders.places.values import READ
from spiders.reads import locations


def rows(data: object) -> list[dict]:
    items = items_in(data)
    return [plan_of(items).row(item) for item in items] if items else []


GENT = {"location_ref": "7", "name": "Gent Kaai", "street": "Kaai 1", "city": "Gent"}


@pytest.mark.parametrize(
    "data",
    [
        [{"id": 7, "name": "Gent Kaai", "street": "Kaai 1", "city": "Gent"}],
        {
            "data": {
                "stores": {
                    "edges": [{"node": {"id": 7, "naam": "Gent Kaai", "adres": {"straat": "Kaai 1", "plaats": "Gent"}}}]
                }
            }
        },
        {"NL": [], "BE": [{"Filialnummer": "7", "Bezeichnung": "Gent Kaai", "Straße": "Kaai 1", "Ort": "Gent"}]},
        {
            "7": {"nom": "Gent Kaai", "adresse": "Kaai 1", "ville": "Gent"},
            "8": {"nom": "B", "adresse": "C 2", "ville": "D"},
        },
        {
            "cities": [{"name": "Gent"}] * 30,
            "d": [{"code": "7", "title": "Gent Kaai", "address_1": "Kaai 1", "town": "Gent"}],
        },
        {"store": {"storeNumber": "7", "storeName": "Gent Kaai", "address": {"line1": "Kaai 1", "city": "Gent"}}},
        {"hits": {"hits": [{"_id": "7", "_source": {"nazwa": "Gent Kaai", "ulica": "Kaai 1", "miasto": "Gent"}}]}},
        {
            "areas": [
                {"shops": [{"ID": 7, "shop_name": "Gent Kaai", "calle": "Kaai 1", "ciudad": "Gent"}]},
                {"shops": []},
            ]
        },
    ],
    ids=["flat", "graphql", "by country", "by id", "beside cities", "one", "search engine", "by area"],
)
def test_the_list_of_places_is_found_in_any_wrapping(data):
    assert rows(data)[0] == GENT


@pytest.mark.parametrize(
    ("value", "position"),
    [
        ({"lat": "51,05", "lng": "3,72"}, (51.05, 3.72)),
        ({"location": "51.05,3.72"}, (51.05, 3.72)),
        ({"geometry": {"type": "Point", "coordinates": [3.72, 51.05]}}, (51.05, 3.72)),
        ({"geom": "SRID=4326;POINT (3.72 51.05)"}, (51.05, 3.72)),
        ({"latLng": [51.05, 3.72]}, (51.05, 3.72)),
        ({"Access": {"GPSLatitude": 51.05, "GPSLongitude": 3.72}}, (51.05, 3.72)),
        ({"x": 104500.2, "y": 193800.7}, None),
        ({"lat": 51.05}, None),
        ({"lat": 0, "lng": 0}, None),
        ({"lat": 351.05, "lng": 3.72}, None),
    ],
)
def test_a_position_is_read_whole_or_not_at_all(value, position):
    (row,) = rows([{"id": 1, "city": "Gent", "zip": "9000", **value}])
    assert (row.get("lat"), row.get("lon")) == (position or (None, None))


def test_signs_that_are_written_for_markup_are_read_as_those_signs():
    assert rows([{"id": 7, "name": "M&amp;S Caf&#233;", "zip": "9000"}])[0]["name"] == "M&S Café"


def test_a_web_address_is_no_street():
    (row,) = rows([{"id": 7, "web_address": "https://shop.example", "loc_street1": "Kaai 1", "zip": "9000"}])
    assert (row["street"], row["url"]) == ("Kaai 1", "https://shop.example")


def test_pairs_of_one_list_are_all_in_one_order():
    shops = [{"id": 1, "zip": "10001", "at": {"coords": [40.7, -74.0]}}, {"id": 2, "at": {"coords": [45.5, -122.6]}}]
    assert [(row["lat"], row["lon"]) for row in rows(shops)] == [(40.7, -74.0), (45.5, -122.6)]


def test_what_is_left_blank_now_and_then_is_told_where_it_is_not():
    shops = [{"id": n, "city": "Gent", "zip": "9000", "tel": "09 123 45 67" if n == 1 else ""} for n in range(5)]
    assert [row.get("phone") for row in rows(shops)] == [None, "09 123 45 67", None, None, None]


@pytest.mark.parametrize("table", [
    [["7", "Shop", "12 Elm St", "Peoria", "IL", "61602"], ["8", "Depot", "4 Oak Ave", "Salem", "IL", "62881"]],
    {"columns": ["store_id", "city", "state"], "rows": [[7, "Peoria", "IL"], [8, "Salem", "IL"]]},
], ids=["without a header", "with its header beside it"])  # fmt: skip
def test_columns_of_a_table_are_known(table):
    assert [(row["location_ref"], row["city"], row["region"], row.get("country")) for row in rows(table)] == [
        ("7", "Peoria", "IL", None),
        ("8", "Salem", "IL", None),
    ]


CAFE = {"location_ref": "7", "name": "Café", "city": "Köln"}


@pytest.mark.parametrize("body", [
    b'[{"id": 7, "name": "Caf\xc3\xa9", "city": "K\xc3\xb6ln"}]',
    b'shown_1({"stores": [{"id": 7, "name": "Caf\xc3\xa9", "city": "K\xc3\xb6ln"}]});',
    '{"id": 7, "name": "Café", "city": "Köln"}\n{"id": 8, "name": "B", "city": "C"}\n'.encode(),
    '[{"id": 7, "name": "Café", "city": "Köln"}]'.encode("utf-16"),
    "id;name;city\r\n7;Café;Köln\r\n".encode("cp1252"),
    "id\tname\tcity\n7\tCafé\tKöln\n".encode("utf-16"),
    '<shops><shop id="7" name="Café" city="Köln"/><shop id="8" name="B" city="C"/></shops>'.encode(),
], ids=["JSON", "JSONP", "lines", "UTF-16", "Windows", "a spreadsheet's text", "XML"])  # fmt: skip
def test_a_file_tells_itself_how_it_is_written(tmp_path, body):
    (tmp_path / "file").write_bytes(body)
    assert next(iter(locations.read(tmp_path / "file"))) == CAFE


def test_what_is_said_of_others_is_not_the_place():
    place = {
        "id": 7, "city": "Gent", "zip": "9000", "companyName": "Holding", "manager": {"name": "A. Person"},
        "provider": {"name": "Operator", "address": {"street": "Elsewhere 1"}}, "emailAddress": "a@b.example",
    }  # fmt: skip
    assert rows([place]) == [{"location_ref": "7", "name": "Holding", "city": "Gent", "postcode": "9000"}]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"permanentlyClosed": True}, "closed"),
        ({"status": "Coming soon"}, "coming_soon"),
        ({"status": "closed"}, None),  # tonight?
        ({"isClosed": True, "sunday_closed": "yes"}, None),
        ({"status": "Active"}, None),
    ],
)
def test_a_place_is_closed_only_where_it_is_said_for_good(told, status):
    (row,) = rows([{"id": 7, "city": "Gent", "zip": "9000", **told}])
    assert row.get("status") == status


def test_an_identifier_that_all_share_is_none():
    shops = [{"id": 0, "number": n, "name": f"Shop {n}", "city": "Gent", "zip": "9000"} for n in range(9)]
    assert [row["location_ref"] for row in rows(shops)] == [str(n) for n in range(9)]


def test_hours_of_one_weekday_or_one_counter_are_not_those_of_the_place():
    (row,) = rows([{"id": 7, "city": "Gent", "zip": "9000", "satHours": "9-12", "pharmacyHours": "10-11"}])
    assert "pickup_hours" not in row


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["52.1,4.3", "<p>", "closed"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(
                ["id", "name", "address", "lat", "lng", "coordinates", "country", "stores", "monday", "hours", "status"]
            )
            | st.text(max_size=8),
            inner,
            max_size=6,
        )
    ),
    max_leaves=40,
)


@settings(deadline=None)
@given(JSON)
def test_no_json_makes_the_search_for_places_raise(data):
    for row in rows(data):
        assert set(row) <= set(READ)
        assert all(value is not None for value in row.values())


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.text(max_size=9) | st.none() | st.integers() | st.floats(allow_nan=False), max_size=6), max_size=6
    )
)
def test_no_table_makes_the_search_for_columns_raise(table):
    as_items(table)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary(max_size=300)
    | JSON.map(lambda told: json.dumps(told).encode())
    | JSON.map(
        lambda told: (
            f'<script type="application/ld+json">{json.dumps({"address": told, "@type": told})}</script>'.encode()
        )
    )
    | st.text(alphabet='<>/"=;,\n abcitemproscope1', max_size=200).map(str.encode)
)
def test_a_file_is_read_or_refused_with_a_reason(tmp_path, body):
    file = tmp_path / "file"
    file.write_bytes(body)
    try:
        told = list(locations.read(file))
    except locations.Changed as error:
        told = [str(error)]
    assert told
    assert all(told)


@pytest.mark.parametrize(("position", "place"), [
    ({"coords": [49.1951, 16.6068]}, (49.1951, 16.6068)),  # Brno, and not Arabia
    ({"coords": [16.6068, 49.1951]}, (49.1951, 16.6068)),
    ({"geometry": {"type": "Point", "coordinates": [49.1951, 16.6068]}}, (16.6068, 49.1951)),  # Yemen: it is GeoJSON
    ({"lngLat": [49.1951, 16.6068]}, (16.6068, 49.1951)),
    ({"position": [40.7, -74.0]}, (40.7, -74.0)),
    ({"position": [174.7, -36.8]}, (-36.8, 174.7)),
])  # fmt: skip
def test_the_order_of_a_pair_is_that_in_which_somebody_lives_there(position, place):
    (row,) = rows([{"id": 1, "city": "Somewhere", "zip": "9000", **position}])
    assert (row["lat"], row["lon"]) == place


@pytest.mark.parametrize("markup", [
    """<script>window.S = [{id: 7, naam: 'Gent Kaai', straat: "Kaai 1", plaats: 'Gent', x: undefined,},]</script>""",
    """<store-list :stores='[{"id": 7, "naam": "Gent Kaai", "straat": "Kaai 1", "plaats": "Gent"}]'></store-list>""",
    r"<script>show([{id: 7, naam: 'Gent Kaai', straat: 'Kaai \x31', plaats: `Gent`, open: true}])</script>",
], ids=["a script's own way", "an attribute", "escaped"])  # fmt: skip
def test_a_list_in_a_page_need_not_be_json(tmp_path, markup):
    (tmp_path / "a.html").write_text(f"<html><body>{markup}</body></html>")
    assert list(locations.read(tmp_path / "a.html")) == [GENT]


def test_a_column_of_postcodes_is_no_column_of_identifiers():
    table = [["Shop", 51.2194, 4.4025, "Meir 50", "2000", "Gent"], ["Dok", 50.9307, 5.3378, "Kaai 5", "3500", "Genk"]]
    assert [(row["postcode"], row.get("location_ref")) for row in rows(table)] == [("2000", None), ("3500", None)]


def test_of_two_countries_neither_is_sure():
    (row,) = rows([{"id": 1, "country_code": "NL", "city": "Gent", "zip": "9000", "country": "BEL"}])
    assert "country" not in row
