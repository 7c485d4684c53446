"""A table leaves the house whole, and a formula in it does nothing."""

import csv
import json

import pytest

from pipelines import warehouse
from pipelines.ask import rows_of
from pipelines.export import NotExported, export


@pytest.fixture
def con(watch):
    rows = [
        {"location_ref": "1", "name": '=HYPERLINK("http://x.example")', "lat": 52.1, "lon": 4.3},
        {"location_ref": "2", "name": "-2+3", "city": "Den Haag"},
    ]
    watch.look("locations", "01-01", rows)
    watch.load()
    warehouse.publish(watch.home)
    with warehouse.reading(watch.home) as con:
        yield con


def test_a_csv_has_every_row_and_no_formula(con, tmp_path):
    assert export(con, "raw.location_state", tmp_path / "places.csv") == 2
    with (tmp_path / "places.csv").open() as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["location_ref"])
    assert [row["name"] for row in rows] == ['\'=HYPERLINK("http://x.example")', "'-2+3"]
    assert [row["lat"] for row in rows] == ["52.1", ""]


def test_a_parquet_is_the_same_table(con, tmp_path):
    export(con, "raw.location_state", tmp_path / "it's.parquet")
    assert rows_of(con, f"FROM read_parquet('{tmp_path}/it''s.parquet')") == rows_of(con, "FROM raw.location_state")


def test_a_map_has_a_feature_a_row_and_no_place_where_none_is_known(con, tmp_path):
    export(con, "raw.location_state", tmp_path / "places.geojson")
    features = json.loads((tmp_path / "places.geojson").read_text())["features"]
    places = {feature["properties"]["location_ref"]: feature["geometry"] for feature in features}
    assert places == {"1": {"type": "Point", "coordinates": [4.3, 52.1]}, "2": None}


@pytest.mark.parametrize(
    ("table", "file", "why"),
    [
        ("raw.nothing", "x.csv", "there is no table raw.nothing"),
        ("raw.run; DROP TABLE raw.run", "x.csv", "there is no table"),
        ("raw.run", "x.xlsx", "must end in .parquet, .csv, .geojson"),
        ("raw.run", "x.geojson", "no columns lat and lon"),
    ],
)
def test_what_cannot_be_exported_is_said_and_leaves_no_file(con, tmp_path, table, file, why):
    with pytest.raises(NotExported, match=why):
        export(con, table, tmp_path / file)
    assert not list(tmp_path.glob("*x.*"))
