"""Lists of places as sources write them: which list it is, and which key means what."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders.places import items_in, plan_of
from spiders.places.columns import as_items
from spiders.places.structured import places_of
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


def test_an_office_is_no_shop():
    block = {"@type": "Organization", "name": "HQ", "address": {"streetAddress": "Kaai 1"}}
    assert places_of(f'<script type="application/ld+json">{json.dumps(block)}</script>') == []


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
