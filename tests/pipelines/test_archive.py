"""The archive is the ground truth: nothing secret in it, nothing lost of it, torn ends included."""

import gzip
from datetime import datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipelines.archive import ArchiveWriter, read_archive, read_body
from pipelines.records import Page

SEEN = datetime.fromisoformat("2025-01-06T12:00:00.000250")
FILE = "shop/locations/run.warc.gz"


def page(body: bytes = b'{"a": 1}', **words: object) -> Page:
    known = {"url": "http://shop.example/a", "seen_at_utc": SEEN, "media_type": "application/json"}
    return Page(**{**known, "body": body, **words})


def archived(root: Path, *pages: Page, name: str = FILE) -> None:
    writer = ArchiveWriter(root, name, "run")
    for one in pages:
        writer.write(one)
    writer.close()


def test_an_answer_comes_back_as_it_was(tmp_path):
    headers = {"content-type": "application/json; charset=utf-8", "etag": '"x"'}
    sent = page(status=503, headers=headers, context={"page": "2", "place": "Café"})
    archived(tmp_path, sent)
    ((back, capture),) = read_archive(tmp_path, FILE)
    assert back == sent
    assert read_body(tmp_path, FILE, capture.warc_offset) == sent.body


def test_a_file_keeps_its_media_type_when_it_is_seen_again(tmp_path):
    file = page(url="file:inbox/shop/order.eml", media_type="text/plain")
    archived(tmp_path, file)
    archived(tmp_path, file, name="shop/locations/later.warc.gz")
    ((back, capture),) = read_archive(tmp_path, "shop/locations/later.warc.gz")
    assert (back, capture.record) == (file, "revisit")


def test_cookies_and_authorisation_are_never_written(tmp_path):
    secret = {"set-cookie": "session=s3cret", "authorization": "Bearer s3cret", "cookie": "s3cret", "x": "kept"}
    archived(tmp_path, page(headers=secret))
    stored = gzip.decompress((tmp_path / FILE).read_bytes())
    assert b"s3cret" not in stored
    assert b"kept" in stored


def test_an_unchanged_body_is_a_revisit_that_still_gives_its_bytes(tmp_path):
    archived(tmp_path, page(b"x" * 5000))
    archived(tmp_path, page(b"x" * 5000), name="shop/locations/later.warc.gz")
    archived(tmp_path, page(b"x" * 5000), name="shop/locations/still_later.warc.gz")
    ((back, capture),) = read_archive(tmp_path, "shop/locations/still_later.warc.gz")
    assert (capture.record, back.body) == ("revisit", b"x" * 5000)
    assert (tmp_path / "shop/locations/later.warc.gz").stat().st_size < 1000


@given(cut=st.integers(min_value=0, max_value=600))
def test_a_torn_end_loses_only_the_record_it_tore(tmp_path_factory, cut):
    root = tmp_path_factory.mktemp("archive")
    archived(root, page(b"one"), page(b"two", url="http://shop.example/b"))
    whole = (root / FILE).read_bytes()
    _, (_, second) = read_archive(root, FILE)
    (root / FILE).write_bytes(whole[: second.warc_offset + min(cut, len(whole) - second.warc_offset - 1)])
    assert [back.body for back, _ in read_archive(root, FILE)] == [b"one"]


@given(body=st.binary(max_size=200), text=st.text(max_size=20))
def test_any_bytes_and_any_context_survive(tmp_path_factory, body, text):
    root = tmp_path_factory.mktemp("archive")
    archived(root, page(body, context={"what": text}))
    ((back, _),) = read_archive(root, FILE)
    assert (back.body, back.context) == (body, {"what": text})
