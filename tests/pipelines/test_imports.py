"""What others recorded: each moment is a run, whoever tells the moment, and what is known lands once."""

import gzip
import json
import subprocess
from dataclasses import replace
from functools import partial

import orjson
import pytest
from watching import Watch, at, read_json

from pipelines import warehouse
from pipelines.imports import SeenAt, import_files, import_recordings
from pipelines.imports.git_history import NoHistory, versions
from pipelines.imports.moments import in_name
from pipelines.imports.recording import recordings
from pipelines.records import Reading


def read_any(page):
    """A platform of tables and of collections, as far as these tests need one."""
    if page.media_type == "text/csv":
        header, *lines = page.body.decode().splitlines()
        return Reading(
            outcome="ok", rows=[dict(zip(header.split(","), line.split(","), strict=True)) for line in lines]
        )
    data = orjson.loads(page.body)
    return Reading(outcome="ok", rows=[f["properties"] for f in data["features"]] if "features" in data else data)


def imported(watch: Watch, *files, read=read_any, redact=lambda page: page, seen_at=SeenAt()):  # noqa: B008 - frozen
    return [
        run and run.started_utc
        for run in import_files(watch.home, watch.origin("locations"), read, redact, files, seen_at)
    ]


def test_a_file_that_is_broken_is_a_look_that_failed_and_stops_no_other(watch, tmp_path):
    whole, torn = tmp_path / "20250101.json.gz", tmp_path / "20250102.json.gz"
    whole.write_bytes(gzip.compress(b'[{"location_ref": "1"}]'))
    torn.write_bytes(whole.read_bytes()[:-12])
    assert imported(watch, torn, whole, read=read_json, seen_at=SeenAt(pattern="%Y%m%d")) == [at("01-01"), at("01-02")]
    assert [run.verdict for run in watch.load()] == ["complete", "empty"]


def test_the_name_of_a_file_that_is_broken_is_kept_only_as_far_as_that_of_any_other(watch, tmp_path):
    torn = tmp_path / "Jane_Doe.json.gz"
    torn.write_bytes(b"\x1f\x8b")
    imported(watch, torn, redact=lambda page: replace(page, url="file:somebody"))
    watch.load()
    assert watch.ask("SELECT url FROM raw.look") == [("file:somebody",)]


def test_files_of_hidden_names_that_cannot_be_read_are_told_apart_and_their_owner_hears_their_names(watch, tmp_path):
    torn = [tmp_path / f"{name}.json.gz" for name in ("Jane", "John")]
    for file in torn:
        file.write_bytes(b"\x1f\x8b")
    hidden = partial(replace, url="file:somebody")
    heard = []
    told = watch.home, watch.origin("locations"), read_any, hidden, list(recordings(torn, SeenAt(instant=at("01-01"))))
    assert list(import_recordings(*told, lambda name, _why: heard.append(name))) != [None]
    watch.load()
    assert watch.ask("SELECT url FROM raw.look ORDER BY 1") == [("file:somebody",), ("file:somebody-2",)]
    assert heard == ["Jane.json.gz", "John.json.gz"]


def test_what_cannot_be_opened_is_said_without_its_name(watch, tmp_path):
    (tmp_path / "Jane_Doe.parquet").write_bytes(b"none")
    (tmp_path / "Jane_Doe.json").mkdir()
    imported(watch, *tmp_path.iterdir(), redact=partial(replace, url="file:somebody"))
    watch.load()
    reasons = watch.ask("SELECT reason FROM raw.look")
    assert len(reasons) == 2
    assert "Jane" not in str(reasons)


def test_everything_imported_twice_lands_once(watch, tmp_path):
    whole, torn = tmp_path / "20250101.json", tmp_path / "20250102.json.gz"
    whole.write_text('[{"location_ref": "1"}]')
    torn.write_bytes(b"\x1f\x8b")
    assert imported(watch, whole, torn) == [at("01-01"), at("01-02")]
    assert imported(watch, whole, torn) == [None, None]
    assert imported(watch, whole, seen_at=SeenAt(instant=at("01-01"))) == [None]


def test_other_content_of_a_known_moment_is_a_run_of_its_own(watch, tmp_path):
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    first.write_text('[{"location_ref": "1"}]')
    second.write_text('[{"location_ref": "1"}, {"location_ref": "2"}]')
    then = SeenAt(instant=at("01-01"))
    assert imported(watch, first, seen_at=then) == [at("01-01")]
    assert imported(watch, first, second, seen_at=then) == [at("2025-01-01T00:00:01")]
    assert imported(watch, first, second, seen_at=then) == [None]


def test_a_table_with_many_moments_is_a_run_for_each(watch, tmp_path):
    table = tmp_path / "history.csv"
    rows = ["1,2025-01-01 10:00", "2,2025-01-01 10:00", "1,2025-01-02T10:00:00+01:00", "1,1735898400", "2,1735898400"]
    table.write_text("\n".join(["location_ref,snapshot_at", *rows]))
    assert imported(watch, table) == [at("2025-01-01T10:00"), at("2025-01-02T09:00"), at("2025-01-03T10:00")]
    assert imported(watch, table) == [None, None, None]
    watch.load()
    states = "SELECT location_ref, present, seen_at_utc FROM raw.location_state WHERE location_ref = '2' ORDER BY 3"
    assert [present for _, present, _ in watch.ask(states)] == [True, False, True]


def test_a_table_with_a_row_of_no_moment_is_not_read_as_one_look(watch, tmp_path):
    table = tmp_path / "20250101.csv"
    table.write_text("location_ref,snapshot_at\n1,2025-01-01\n2,soon\n")
    assert imported(watch, table) == [at("01-01")]
    (loaded,) = watch.load()
    assert (loaded.verdict, loaded.sightings) == ("empty", 0)


def feature(ref, **words):
    return {"type": "Feature", "properties": {"location_ref": ref, **words}, "geometry": None}


def test_a_collection_is_seen_when_its_collection_began_to_be_told(watch, tmp_path):
    whole, lines = tmp_path / "a.geojson", tmp_path / "b.ndgeojson"
    told = {"@spider": "shop", "spider:collection_time": "2025-01-04T13:08:40.302000"}
    whole.write_text(json.dumps({"type": "FeatureCollection", "dataset_attributes": told, "features": [feature("1")]}))
    times = ["2025-01-11T13:00:00", "2025-01-11T13:20:00", "2025-01-18T12:00:00"]
    features = [feature(ref, **{"@collection_time": time}) for ref, time in zip("121", times, strict=True)]
    lines.write_text("\n".join(map(json.dumps, features)))
    assert imported(watch, whole, lines) == [at("2025-01-04T13:08:40"), at("2025-01-11T13:20"), at("2025-01-18T12:00")]


def test_parquet_is_read_as_the_records_in_it(watch, tmp_path):
    file = tmp_path / "history.parquet"
    moment = "TIMESTAMP '2025-01-01 10:00' + INTERVAL (i % 2) DAY"
    rows = f"SELECT i // 2 AS location_ref, {moment} AS snapshot_at FROM range(4) t(i)"
    with warehouse.writing(watch.home) as con:
        con.execute(f"COPY ({rows}) TO '{file}' (FORMAT parquet)")
    assert imported(watch, file) == [at("01-01T10:00"), at("01-02T10:00")]
    assert [run.sightings for run in watch.load()] == [2, 2]


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("Petrol_2021.12.25@00.21.15.json", at("2021-12-25T00:21:15")),
        ("2021-01-24-00ae48.csv", at("2021-01-24T00:00:00")),
        ("stores-20250301T1200.json.gz", at("2025-03-01T12:00:00")),
        ("2025-01-01_2025-02-01.csv", None),
        ("12345678.json", None),
    ],
)
def test_the_time_in_a_name_is_found_without_a_pattern(name, moment):
    assert in_name(name) == moment


def git(folder, *words, at_utc="2025-01-01T00:00:00Z"):
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a"}
    when = {"GIT_AUTHOR_DATE": at_utc, "GIT_COMMITTER_DATE": at_utc, "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, env=who | when)


def test_every_version_that_git_holds_is_a_run_at_the_time_of_its_commit(watch, tmp_path):
    git(tmp_path, "init", "-q")
    file = tmp_path / "stores.json"
    for day, refs in (("01", "12"), ("02", "1"), ("03", "12")):
        file.write_text(json.dumps([{"location_ref": ref} for ref in refs]))
        git(tmp_path, "add", "stores.json")
        git(tmp_path, "commit", "-qm", "look", at_utc=f"2025-01-{day}T06:00:00Z")

    def runs():
        return list(
            import_recordings(watch.home, watch.origin("locations"), read_json, lambda page: page, versions([file]))
        )

    assert [run.started_utc for run in runs()] == [at(f"2025-01-0{day}T06:00") for day in (1, 2, 3)]
    assert runs() == [None, None, None]
    assert [run.sightings for run in watch.load()] == [2, 1, 2]


def test_a_path_without_a_repository_is_refused_in_git_s_words(tmp_path):
    with pytest.raises(NoHistory, match="not a git repository"):
        list(versions([tmp_path]))
