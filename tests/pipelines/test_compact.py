"""Compaction makes the archive small; what it holds, the warehouse made of it, and the way back stay as they are."""

import pytest
from watching import Watch, at, read_json

from pipelines import warehouse
from pipelines.archive import NotWhole, compact_file, compacting, read_archive, read_record
from pipelines.build import SQL
from pipelines.captures import captures
from pipelines.compact import _tell, compact
from pipelines.home import archive_root
from pipelines.rebuild import rebuild
from pipelines.records import Page
from pipelines.recover import warc_files
from pipelines.run import OpenRun

URLS = ("http://shop.example/a", "http://shop.example/b")


def body(n: int) -> bytes:
    rows = ",".join(f'{{"location_ref": "{n}-{i}", "name": "Place {i * 7919}"}}' for i in range(60))
    return f"[{rows}]".encode()


def look(watch: Watch, when: str, *bodies: bytes) -> None:
    run = OpenRun(watch.home, watch.origin("locations"), at(when))
    for url, of in zip(URLS, bodies, strict=False):
        page = Page(url=url, seen_at_utc=at(when), body=of, media_type="application/json")
        run.keep(page, run.archive(page), read_json(page))
    run.finish()


@pytest.fixture
def watched(watch):
    """Four runs whose bodies come back: at the same address, at another one, and after another body."""
    look(watch, "01-01", body(1), body(2))
    look(watch, "01-02", body(1), body(1))
    look(watch, "01-03", body(3), body(2))
    look(watch, "01-04", body(1), body(2))
    watch.load()
    return watch


def held(watch):
    root = archive_root(watch.home)
    items = [item for file in warc_files(watch.home) for item in read_archive(root, file)]
    return [(item[0], item[1].record) if isinstance(item, tuple) else item for item in items]


def compacted(watch):
    with warehouse.writing(watch.home) as con:
        return list(compact(con, watch.home))


def every_capture_is_found(watch):
    root = archive_root(watch.home)
    with warehouse.writing(watch.home) as con:
        for of in captures(con):
            page, capture = read_record(root, of["warc_file"], of["warc_offset"], of["capture_id"])
            assert (page.url, page.seen_at_utc) == (of["url"], of["seen_at_utc"])
            assert capture.warc_offset == of["warc_offset"]


def test_the_archive_is_smaller_and_says_the_same(watched):
    before = held(watched)
    (done,) = compacted(watched)
    assert done.bytes_after < 0.9 * done.bytes_before
    assert held(watched) == before
    every_capture_is_found(watched)


def test_a_second_compaction_changes_no_byte(watched):
    compacted(watched)
    bytes_of = {file: (archive_root(watched.home) / file).read_bytes() for file in warc_files(watched.home)}
    compacted(watched)
    assert bytes_of == {file: (archive_root(watched.home) / file).read_bytes() for file in warc_files(watched.home)}


def tables(watch):
    shown = ("raw.look", "raw.run", "raw.location_state", "raw.capture")
    return {table: sorted(map(repr, watch.ask(f"FROM {table}"))) for table in shown}


def test_a_rebuild_from_the_compacted_archive_gives_the_same_tables(watched):
    compacted(watched)
    before = tables(watched)
    list(
        rebuild(
            watched.home, (SQL,), lambda _con: None, lambda *_: (watched.origin("locations"), read_json), lambda *_: ()
        )
    )
    assert tables(watched) == before


def test_a_run_after_a_compaction_still_refers_to_what_was_seen_last(watched):
    compacted(watched)
    look(watched, "01-05", body(1), body(2))
    watched.load()
    assert [record for _, record in held(watched)[-3:-1]] == ["revisit", "revisit"]
    every_capture_is_found(watched)


@pytest.mark.parametrize("instant", [0, 2, 7])
def test_killed_at_any_instant_all_is_found_and_the_next_one_ends_it(watched, monkeypatch, instant):
    before, calls = held(watched), iter(range(100))

    def dying(of):
        def call(*args, **kwargs):
            if next(calls) == instant:
                raise KeyboardInterrupt
            return of(*args, **kwargs)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(compacting, "_hold_against", dying(compacting._hold_against))
        patch.setattr("pipelines.compact._tell", dying(_tell))
        patch.setattr("pipelines.compact.compact_file", dying(compact_file))
        with pytest.raises(KeyboardInterrupt):
            compacted(watched)
    assert held(watched) == before
    root = archive_root(watched.home)
    with warehouse.writing(watched.home) as con:
        for of in captures(con):
            assert read_record(root, of["warc_file"], of["warc_offset"], of["capture_id"])
    compacted(watched)
    assert held(watched) == before
    every_capture_is_found(watched)


def test_a_run_that_waits_to_be_loaded_is_left_alone(watched):
    look(watched, "01-05", body(1), body(3))
    newest = archive_root(watched.home) / warc_files(watched.home)[-1]
    before = newest.read_bytes()
    compacted(watched)
    assert newest.read_bytes() == before
    watched.load()
    compacted(watched)
    every_capture_is_found(watched)


def test_a_file_that_does_not_hold_what_was_archived_is_left_and_named(watched):
    root = archive_root(watched.home)
    file = root / warc_files(watched.home)[0]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 255
    file.write_bytes(content)
    with pytest.raises(NotWhole):
        compact_file(root, warc_files(watched.home)[0], {})
    assert file.read_bytes() == content
    assert compacted(watched)[0].problems


def test_a_torn_file_is_left_as_it_is(watched):
    file = archive_root(watched.home) / warc_files(watched.home)[1]
    torn = file.read_bytes()[:-10]
    file.write_bytes(torn)
    assert "its end is torn" in compacted(watched)[0].problems[0]
    assert file.read_bytes() == torn
