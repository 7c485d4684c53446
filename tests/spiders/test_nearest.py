from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.records import Page
from spiders.errors import Changed
from spiders.nearest import Cell, Near, distance_km

AREA = (49.0, 2.0, 54.0, 8.0)
WORLD = st.lists(
    st.tuples(st.floats(AREA[0], AREA[2]), st.floats(AREA[1], AREA[3]))
    | st.just((52.09, 5.12))
    | st.just((52.0901, 5.1201)),
    max_size=60,
)


def endpoint(world, cap: int, reach_km: float | None):
    """An address that lists at most ``cap`` places, the nearest first, and none beyond its reach."""

    def answer(lat: float, lon: float) -> list[dict]:
        near = sorted((distance_km((lat, lon), place), number) for number, place in enumerate(world))
        within = [number for far, number in near if reach_km is None or far <= reach_km][:cap]
        return [
            {"id": number, "name": f"Shop {number}", "lat": world[number][0], "lng": world[number][1]}
            for number in within
        ]

    return answer


def search(api, web, answer, heard=lambda *_: None):
    """Follow a platform to its end; returns the references seen and the readings."""
    asks, refs, readings = list(api.first()), set(), []
    while asks:
        ask = asks.pop()
        lat, lon = (float(part.partition("=")[2]) for part in ask.url.partition("?")[2].split("&"))
        body = {"shops": answer(lat, lon)}
        heard(ask.url.removeprefix("http://shop.example"), body)
        page: Page = web(body, "application/json", url=ask.url, context=ask.context)
        reading = api.read(page)
        readings.append(reading)
        refs |= {row["location_ref"] for row in reading.rows}
        asks += api.follow(page, reading)
    return refs, readings


def near_api(make, **words):
    options = {"url": "/near?lat={lat}&lng={lon}", "items": "shops", "near": {"area": AREA, **words}}
    return make("locations", "json_api", options)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(world=WORLD, cap=st.integers(1, 12), reach_km=st.none() | st.floats(40, 400))
def test_every_place_is_found_or_the_cells_that_hide_some_are_told(make, web, world, cap, reach_km):
    words = {"cap": cap, "floor_km": 1.0} | ({"reach_km": reach_km} if reach_km else {})
    refs, readings = search(near_api(make, **words), web, endpoint(world, cap, reach_km))
    missing = set(map(str, range(len(world)))) - refs
    assert not missing or sum(reading.capped for reading in readings) > 0
    assert all(reading.reason for reading in readings if reading.capped)


@settings(deadline=None)
@given(
    st.floats(-85, 80), st.floats(-179, 170), st.floats(0.01, 9), st.floats(0.01, 9), st.floats(0, 1), st.floats(0, 1)
)
def test_no_point_of_a_cell_is_beyond_its_radius(south, west, tall, wide, up, along):
    cell = Cell(south, west, min(south + tall, 90), west + wide)
    point = (cell.south + up * (cell.north - cell.south), cell.west + along * (cell.east - cell.west))
    assert distance_km(cell.centre, point) <= cell.radius_km * 1.0001
    assert any(p.south <= point[0] <= p.north and p.west <= point[1] <= p.east for p in cell.parts())


def test_a_crawl_narrows_cells_whose_answers_are_alike(make, web, server, look):
    town = [(52.0 + n / 1000, 5.0 + n / 1000) for n in range(30)]
    options = {"url": "/near?lat={lat}&lng={lon}", "items": "shops", "near": {"area": AREA, "cap": 10}}
    answer, api = endpoint(town, 10, None), make("locations", "json_api", options)
    refs, readings = search(api, web, answer, heard=server.says)
    seen = look(server.url, "locations", "json_api", options)
    assert {line["location_ref"] for line in seen.lines("location")} == refs == {str(n) for n in range(30)}
    assert len(seen.looks) == len(readings)


def test_a_dense_town_is_narrowed_and_the_empty_sea_is_not(make, web):
    town = [(52.0 + n / 1000, 5.0 + n / 1000) for n in range(40)]
    refs, readings = search(near_api(make, cap=10), web, endpoint(town, 10, None))
    assert len(refs) == 40
    assert len(readings) < 100
    assert not any(reading.capped for reading in readings)
    assert any(reading.at_cap for reading in readings)


def test_an_answer_that_is_not_by_distance_proves_nothing(make, web):
    row = [(50.0 + n / 10, 3.0) for n in range(40)]
    fixed = [{"id": n, "name": f"Shop {n}", "lat": lat, "lng": lon} for n, (lat, lon) in enumerate(row[::4])]
    with pytest.raises(Changed, match="is what it finds really the nearest"):
        search(near_api(make, cap=10), web, lambda *_: fixed)


def test_more_places_at_one_spot_than_an_answer_holds_are_told(make, web):
    tower = [(52.01, 5.01)] * 9
    refs, readings = search(near_api(make, cap=5), web, endpoint(tower, 5, None))
    assert len(refs) == 5
    assert next(r.reason for r in readings if r.capped).startswith("more than 5 places, perhaps, within")


def test_a_cap_that_is_never_met_shows_in_every_reading(make, web):
    _, readings = search(near_api(make, cap=50, reach_km=30), web, endpoint([(52.01, 5.01)] * 7, 5, 30))
    assert len(readings) > 50
    assert not any(reading.at_cap for reading in readings)


def test_seeds_tile_the_area_within_reach():
    seeds = list(Near(area=AREA, cap=5, reach_km=50).seeds())
    assert all(cell.radius_km <= 50 for cell in seeds)
    assert sum((c.north - c.south) * (c.east - c.west) for c in seeds) == pytest.approx(5 * 6)
    assert Cell.of(str(seeds[0])) == seeds[0]
    assert all(a != b for a, b in pairwise(seeds))
