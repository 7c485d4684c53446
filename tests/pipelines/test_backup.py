"""A backup is of one moment, is read back, and gives the same home again, or refuses."""

import json

import pytest
from watching import Watch

from pipelines import warehouse
from pipelines.ask import rows_of
from pipelines.backup import NotWhole, backup, problems, restore
from pipelines.backup.restoring import NotEmpty
from pipelines.backup.store import object_of, put
from pipelines.home import archive_root, landing_root
from pipelines.run import OpenRun


@pytest.fixture
def watched(watch, places):
    for day in (1, 2):
        watch.look("locations", f"01-0{day}", places(*map(str, range(day))))
    watch.load()
    (watch.home / "retailers").mkdir()
    (watch.home / "retailers" / "shop.toml").write_text('name = "Shop"')
    (watch.home / "data" / "sessions").mkdir()
    (watch.home / "data" / "sessions" / "shop.json").write_text("s3cret")
    return watch


def tree(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_restored_home_is_the_same(watched, tmp_path):
    backup(watched.home, tmp_path / "kept")
    restore(tmp_path / "kept", tmp_path / "again")
    for part in ("data/archive", "retailers"):
        assert tree(tmp_path / "again" / part) == tree(watched.home / part)
    with warehouse.reading(tmp_path / "again") as con:
        restored = rows_of(con, "FROM raw.location_state ORDER BY ALL")
    assert [tuple(row.values()) for row in restored] == watched.ask("FROM raw.location_state ORDER BY ALL")


def test_a_login_is_not_in_it(watched, tmp_path):
    manifest = backup(watched.home, tmp_path / "kept")
    assert not [path for path in manifest.files if "sessions" in path]


def test_a_second_backup_copies_only_what_changed(watched, tmp_path, places, monkeypatch):
    backup(watched.home, tmp_path / "kept")
    watched.look("locations", "01-03", places("1", "2", "3"))
    watched.load()
    copied = []
    monkeypatch.setattr(
        "pipelines.backup.making.put", lambda folder, file: copied.append(file.name) or put(folder, file)
    )
    backup(watched.home, tmp_path / "kept")
    assert sorted(copied) == ["last.json", "primary.duckdb", "shop.locations.20250103T000000Z.warc.gz"]
    assert list(problems(tmp_path / "kept")) == []


def test_a_run_under_way_is_left_for_the_next_time(watched, tmp_path):
    run = OpenRun(watched.home, watched.origin("prices"))
    manifest = backup(watched.home, tmp_path / "kept")
    assert not [path for path in manifest.files if run.run_id in path]
    run.finish()
    assert [path for path in backup(watched.home, tmp_path / "kept").files if run.run_id in path]


def test_a_run_that_waits_to_be_loaded_is_in_it(watched, tmp_path, places):
    watched.look("locations", "01-03", places("1", "2", "3"))
    backup(watched.home, tmp_path / "kept")
    restore(tmp_path / "kept", tmp_path / "again")
    assert len(Watch(tmp_path / "again").load()) == 1


def test_a_backup_that_is_killed_leaves_the_one_before(watched, tmp_path, monkeypatch, places):
    before = backup(watched.home, tmp_path / "kept")
    watched.look("locations", "01-03", places("1", "2", "3"))
    watched.load()

    def killed(_folder, _manifest):
        raise KeyboardInterrupt

    monkeypatch.setattr("pipelines.backup.making.write_manifest", killed)
    with pytest.raises(KeyboardInterrupt):
        backup(watched.home, tmp_path / "kept")
    assert list(problems(tmp_path / "kept")) == []
    assert restore(tmp_path / "kept", tmp_path / "again") == before


def test_a_file_that_rotted_is_named_and_nothing_is_restored(watched, tmp_path):
    manifest = backup(watched.home, tmp_path / "kept")
    path, kept = next((path, kept) for path, kept in manifest.files.items() if path.endswith(".gz"))
    object_of(tmp_path / "kept", kept.sha256).write_bytes(b"rotten")
    assert list(problems(tmp_path / "kept")) == [f"{path} is not what it was"]
    with pytest.raises(NotWhole, match="is not what it was"):
        restore(tmp_path / "kept", tmp_path / "again")
    assert list((tmp_path / "again").iterdir()) == []


def test_a_home_that_is_not_empty_is_left_alone(watched, tmp_path):
    backup(watched.home, tmp_path / "kept")
    with pytest.raises(NotEmpty, match="retailers, data would be overwritten"):
        restore(tmp_path / "kept", watched.home)


def test_a_restore_that_was_cut_short_is_done_again(watched, tmp_path):
    backup(watched.home, tmp_path / "kept")
    (tmp_path / "again" / ".restoring" / "data").mkdir(parents=True)
    (tmp_path / "again" / "retailers").mkdir()
    restore(tmp_path / "kept", tmp_path / "again")
    assert tree(archive_root(tmp_path / "again")) == tree(archive_root(watched.home))
    assert not landing_root(tmp_path / "again").exists()


def test_a_newer_backup_and_a_hostile_one_are_refused(watched, tmp_path):
    backup(watched.home, tmp_path / "kept")
    file = tmp_path / "kept" / "manifest.json"
    said = json.loads(file.read_bytes())
    file.write_text(json.dumps({**said, "program": "99.0"}))
    with pytest.raises(NotWhole, match=r"orderscope 99\.0 made this backup"):
        restore(tmp_path / "kept", tmp_path / "again")
    file.write_text(json.dumps({**said, "files": {"../outside": next(iter(said["files"].values()))}}))
    with pytest.raises(NotWhole, match="leads out of the home"):
        restore(tmp_path / "kept", tmp_path / "again")
    with pytest.raises(NotWhole, match="holds no backup"):
        restore(tmp_path, tmp_path / "again")
