"""Others' history of a retailer, in the forms in which it is published, through the command."""

import json
import subprocess
from pathlib import Path

import pytest
from commands import Orderscope

DECLARED = """
name = "Shop"
country = "NL"
timezone = "Europe/Amsterdam"
url = "https://shop.example"

[[sources]]
kind = "locations"
platform = "{platform}"
expect = {{ min = 1 }}
[sources.options]
{options}

[[sources]]
kind = "prices"
platform = "schema_org"
expect = {{ min = 1 }}
[sources.options]
url = "/products"
"""
TREE = 'url = "/map"\nitems = "tree.stores"\nfields = { location_ref = "store", name = "title" }'


@pytest.fixture
def watched(tmp_path):
    def watched(platform="json_api", options=TREE) -> Orderscope:
        (tmp_path / "home" / "retailers").mkdir(parents=True)
        (tmp_path / "home" / "retailers" / "shop.toml").write_text(DECLARED.format(platform=platform, options=options))
        return Orderscope(tmp_path / "home")

    return watched


def feature(ref, spider="shop_nl", **words):
    return {
        "type": "Feature",
        "id": f"hash-{ref}",
        "properties": {
            "ref": ref, "@spider": spider, "name": f"Shop {ref}", "addr:housenumber": "7", "addr:street": "Rue Haute",
            "addr:city": "Gent", "addr:country": "BE", "opening_hours": "Mo-Fr 10:00-18:00", **words,
        },
        "geometry": {"type": "Point", "coordinates": [3.7, 51.05]},
    }  # fmt: skip


def test_collections_of_all_the_places_become_a_history(watched, tmp_path):
    orderscope = watched("all_the_places", 'spider = "shop_nl"')
    first, second = tmp_path / "first.geojson", tmp_path / "second.ndgeojson"
    features = [feature("1"), feature("2"), feature("3"), feature("9", spider="another")]
    told = {"@spider": "shop_nl", "spider:collection_time": "2025-01-04T13:08:40"}
    first.write_text(json.dumps({"type": "FeatureCollection", "dataset_attributes": told, "features": features}))
    time = {"spider:collection_time": "2025-01-11T13:00:00"}
    later = [feature("1", **time), feature("2", end_date="2025-01-08", **time), feature("3", end_date="yes", **time)]
    second.write_text("\n".join(json.dumps(one) for one in later))
    orderscope("import", "shop", "locations", first, second)
    orderscope("import", "shop", "locations", first, second)
    runs = orderscope.rows("sql", "SELECT run_id, sightings, verdict FROM raw.run ORDER BY started_utc")
    assert [(run["run_id"][-16:], run["sightings"], run["verdict"]) for run in runs] == [
        ("20250104T130840Z", 3, "complete"),
        ("20250111T130000Z", 3, "complete"),
    ]
    places = orderscope.rows(
        "sql", "SELECT ref, status, city, country, lat, pickup_hours FROM core.location ORDER BY 1"
    )
    assert [(place["ref"], place["status"]) for place in places] == [("1", "listed"), ("2", "closed"), ("3", "closed")]
    assert (places[0]["city"], places[0]["country"], places[0]["lat"]) == ("Gent", "BE", 51.05)
    assert places[0]["pickup_hours"] == "Mo-Fr 10:00-18:00"
    (street,) = {row["street"] for row in orderscope.rows("sql", "SELECT street FROM raw.location_state")}
    assert street == "Rue Haute 7"


def test_a_table_that_the_declared_platform_cannot_read_is_read_by_its_columns(watched, tmp_path):
    orderscope = watched()
    table = tmp_path / "history.csv"
    table.write_text(
        "snapshot_at;Store ID;Store name;Zip code;City;Opening hours\n"
        "2025-01-01T10:00:00Z;A1;Shop A;9000;Gent;Ma-Vr 9-18 uur\n"
        "2025-01-01T10:00:00Z;A2;Shop B;1000;Brussel;Ma-Vr 9-18 uur\n"
        "2025-01-02T10:00:00Z;A1;Shop A;9000;Gent;Ma-Za 9-18 uur\n"
    )
    orderscope("import", "shop", "locations", table)
    counts = orderscope.rows("sql", "SELECT sightings FROM raw.run ORDER BY started_utc")
    assert [run["sightings"] for run in counts] == [2, 1]
    hours = orderscope.rows("sql", "SELECT ref, pickup_hours FROM core.location WHERE ref = 'A1'")
    assert hours == [{"ref": "A1", "pickup_hours": "Mo-Sa 09:00-18:00"}]
    orderscope("rebuild")
    assert orderscope.rows("sql", "SELECT sightings FROM raw.run ORDER BY started_utc") == counts


def test_records_in_our_own_words_need_no_platform(watched, tmp_path):
    orderscope = watched()
    lines = tmp_path / "prices-20250301.jsonl"
    offers = [
        {"offer_key": "1", "price": "2.50", "currency": "EUR"},
        {"offer_key": "2", "price": "3", "currency": "EUR"},
    ]
    lines.write_text("\n".join(map(json.dumps, offers)))
    orderscope("import", "shop", "prices", lines)
    assert orderscope.rows("sql", "SELECT count(*) AS n FROM raw.price_latest") == [{"n": 2}]


def test_what_git_scraped_is_a_run_for_each_commit(watched, tmp_path):
    orderscope = watched()
    folder = tmp_path / "scraped"
    folder.mkdir()
    _git(folder, "init", "-q")
    for day, stores in (("01", ("1", "2")), ("08", ("1",))):
        tree = {"tree": {"stores": [{"store": store, "title": store} for store in stores]}}
        (folder / "map.json").write_text(json.dumps(tree))
        _git(folder, "add", "map.json")
        _git(folder, "commit", "-qm", "look", day=day)
    orderscope("import", "shop", "locations", folder / "map.json", "--git")
    orderscope("import", "shop", "locations", folder, "--git")
    looks = orderscope.rows("sql", "SELECT url, sightings FROM raw.look ORDER BY seen_at_utc")
    assert looks == [{"url": "file:map.json", "sightings": 2}, {"url": "file:map.json", "sightings": 1}]


def test_a_folder_that_git_does_not_know_is_refused_in_a_sentence(watched, tmp_path):
    assert "not a git repository" in watched().refused("import", "shop", "locations", tmp_path, "--git")


def _git(folder: Path, *words: str, day: str = "01") -> None:
    at = f"2025-01-{day}T06:00:00Z"
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a"}
    when = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at, "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, env=who | when)


@pytest.mark.parametrize(
    "saved",
    [
        b"<html><h1>502 Bad Gateway</h1></html>",
        b"\x00\x01garbage",
        b'{"tree": {"stores": [{"sto',
        b"",
        b'{"error": "busy"}',
    ],
)
def test_an_error_page_in_place_of_the_list_is_empty_with_its_reason_and_closes_nothing(watched, tmp_path, saved):
    orderscope = watched()
    good = json.dumps({"tree": {"stores": [{"store": str(n), "title": f"Shop {n}"} for n in range(9)]}}).encode()
    for day, body in enumerate((good, saved, good), 1):
        (tmp_path / f"map-2025010{day}.json").write_bytes(body)
    orderscope("import", "shop", "locations", *sorted(tmp_path.glob("map-*")))
    runs = orderscope.rows("sql", "SELECT verdict, verdict_reasons FROM raw.run ORDER BY started_utc")
    assert [run["verdict"] for run in runs] == ["complete", "empty", "complete"]
    assert runs[1]["verdict_reasons"]
    assert orderscope.rows("sql", "FROM core.location_event WHERE event = 'missing'") == []
