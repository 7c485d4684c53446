"""Recorded locators, read without any declaration: counts, identifiers, names, addresses, positions."""

import csv
import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.cli import main

TEXTS = ("name", "street", "house_number", "postcode", "city", "region", "country", "phone")


def read(*files: Path) -> dict[str, list[dict]]:
    """Return what the command prints, by file."""
    result = CliRunner().invoke(main, ["read", "locations", *map(str, files)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    rows: dict[str, list[dict]] = {str(file): [] for file in files}
    for line in result.stdout.splitlines():
        row = json.loads(line)
        rows[row.pop("file")].append(row)
    return rows


def wrong(rows: list[dict], entries: list[dict]) -> list[tuple]:
    """Return every field of the expected entries that was read otherwise."""
    read = {row.get("location_ref"): row for row in rows}
    if entries and "id" not in entries[0]:
        read = {None: rows[0]}
    found = []
    for entry in entries:
        row = read.get(entry.get("id"), {})
        street = {"street": entry["address"]} if "address" in entry else {}
        for name, value in {**entry, **street}.items():
            if name in TEXTS and row.get(name) != value:
                found.append((entry.get("id"), name, value, row.get(name)))
            if name in ("lat", "lon") and row.get(name) != float(value):
                found.append((entry.get("id"), name, value, row.get(name)))
    return found


@pytest.mark.parametrize(
    ("case", "files"),
    [
        ("albertsons_us_paged", ["page1.json", "page2.json"]),
        ("fr_mesoigner_centres", ["centres.json"]),
        ("gremo_full", ["input.json.gz"]),
        ("html_localbusiness_sample", ["page.html"]),
        ("hyvee_us_stores", ["response.json.gz"]),
        ("nj_sites_csv", ["sites.csv"]),
    ],
)
def test_a_recorded_locator_is_read_as_its_expected_values_say(fixtures, case, files):
    folder = fixtures / "locator" / case
    expected = json.loads((folder / "expected.json").read_text())
    rows = [row for told in read(*(folder / file for file in files)).values() for row in told]
    assert len({json.dumps(row.get("location_ref")) for row in rows}) == expected["count"]
    assert wrong(rows, expected["entries"]) == []


@pytest.mark.parametrize("case", ["nyc_sites_csv", "petrol_history", "avant2go_history"])
def test_every_snapshot_of_a_history_is_read(fixtures, case):
    folder = fixtures / "locator" / case
    expected = json.loads((folder / "expected.json").read_text())
    files = [folder / snapshot["file"] for snapshot in expected["snapshots"]]
    rows = read(*files)
    counts = [len(told) for told in rows.values()]
    assert counts == [snapshot["count"] for snapshot in expected["snapshots"]]
    assert wrong(rows[str(files[-1])], expected["last_snapshot_entries"]) == []


def test_the_same_list_is_read_alike_in_four_forms(fixtures, tmp_path):
    folder = fixtures / "locator" / "hyvee_us_stores"
    expected = json.loads((folder / "expected.json").read_text())["entries"]
    items = json.loads(gzip.decompress((folder / "response.json.gz").read_bytes()))["data"]["searchPharmaciesNearPoint"]
    flat = [
        {"code": i["location"]["locationId"], "Naam": i["location"]["name"], **i["location"]["address"]} for i in items
    ]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [f.pop("longitude"), f.pop("latitude")]},
            "properties": f,
        }
        for f in json.loads(json.dumps(flat))
    ]
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    (tmp_path / "b.json").write_text(json.dumps({"regions": [{"stores": flat[:100]}, {"stores": flat[100:]}]}))
    (tmp_path / "c.html").write_text(f"<html><script>window.stores = {json.dumps(flat)};</script></html>")
    with (tmp_path / "d.csv").open("w") as file:
        table = csv.writer(file, delimiter=";")
        table.writerows([list(flat[0]), *(list(row.values()) for row in flat)])
    with (tmp_path / "e.csv").open("w") as file:
        csv.writer(file).writerows(
            [i["code"], i["Naam"], i["line1"], i["city"], i["state"], i["zip"], i["latitude"], i["longitude"]]
            for i in flat
        )
    for file in sorted(tmp_path.iterdir()):
        (rows,) = read(file).values()
        told = [{name: e[name] for name in e if name != "phone"} for e in expected]
        assert (file.name, len(rows), wrong(rows, told)) == (file.name, 282, [])


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.json", '{"error": "quota"}', "no list of places in it"),
        ("b.html", "<p>Welcome</p>", "no JSON in the scripts"),
        ("c.csv", "", "no place"),
        ("d.json", '[{"id"', "expected JSON"),
    ],
)
def test_what_holds_no_place_is_refused_with_its_reason(tmp_path, name, body, reason):
    (tmp_path / name).write_text(body)
    result = CliRunner().invoke(main, ["read", "locations", str(tmp_path / name)])
    assert result.exit_code == 1
    assert reason in result.stderr
    assert "Traceback" not in result.stderr
