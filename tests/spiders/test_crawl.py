"""The crawler against a real server: what it asks, what it keeps, and how it ends."""

import gzip
import os
import signal
import threading
from time import monotonic

import pytest

from pipelines.run import OpenRun
from tests.spiders.shops import ONE, PAGED, SHOPS


def test_an_answer_becomes_a_look_and_its_records(server, look):
    server.says("/shops", ONE)
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert (seen.run.stopped, seen.looks) == (None, [("ok", None)])
    assert [place["location_ref"] for place in seen.lines("location")] == ["NL-1"]


def test_what_is_archived_is_decompressed(server, look):
    server.says("/shops", gzip.compress(b'[{"id": "NL-1"}]'), headers={"Content-Encoding": "gzip"})
    (_, shops) = look(server.url, "locations", "json_api", SHOPS).archived
    assert shops.body == b'[{"id": "NL-1"}]'


def test_an_answer_that_nobody_can_read_is_archived_before_it_is_read(server, look):
    server.says("/shops", b"<html>Under construction</html>", media_type="text/html")
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert seen.looks[0][0] == "changed"
    assert b"Under construction" in seen.archived[-1].body


def test_robots_txt_is_archived_and_is_no_look(server, look):
    server.says("/robots.txt", b"User-agent: *\nAllow: /", media_type="text/plain")
    server.says("/shops", ONE)
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert [page.is_look for page in seen.archived] == [False, True]
    assert (len(seen.lines("capture")), len(seen.looks)) == (2, 1)


@pytest.mark.parametrize("agent", ["*", "orderscope"])
def test_what_robots_txt_forbids_is_not_tried(server, look, agent):
    server.says("/robots.txt", f"User-agent: {agent}\nDisallow: /shops".encode(), media_type="text/plain")
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert seen.looks == [("not_tried", "Forbidden by robots.txt")]
    assert not server.times_asked("/shops")


def test_robots_txt_is_gone_against_only_when_the_declaration_says_why(server, look):
    server.says("/robots.txt", b"User-agent: *\nDisallow: /", media_type="text/plain")
    server.says("/shops", ONE)
    seen = look(server.url, "locations", "json_api", SHOPS, robots="ignored: agreed by letter")
    assert seen.looks == [("ok", None)]
    assert not server.times_asked("/robots.txt")


def test_we_say_who_we_are_and_keep_no_cookies(server, look):
    server.says("/shops?page=1", ONE, headers={"Set-Cookie": "id=7"})
    server.says("/shops?page=2", [])
    look(server.url, "locations", "json_api", PAGED)
    heads = [headers for path, _, headers in server.asked if path.startswith("/shops")]
    assert len(heads) == 2
    assert all(head["User-Agent"].startswith("orderscope/") and "Cookie" not in head for head in heads)


def test_a_server_that_gives_one_page_for_ever_is_left(server, look):
    for page in (1, 2, 3):
        server.says(f"/shops?page={page}", ONE)
    look(server.url, "locations", "json_api", PAGED)
    assert [path for path, _, _ in server.asked if path != "/robots.txt"] == ["/shops?page=1", "/shops?page=2"]


def test_a_link_that_is_no_address_is_a_change_and_no_end(server, look):
    server.says("/shops", b"<li id=1></li><a href='http://['>next</a>", media_type="text/html")
    words = {"url": "/shops", "rows": "li", "next": "a", "fields": {"location_ref": "::attr(id)"}}
    seen = look(server.url, "locations", "html", words)
    told = {look["url"].removeprefix(server.url): look["outcome"] for look in seen.lines("look")}
    assert told == {"/shops": "ok", "/shops#following": "changed"}
    assert (seen.run.stopped, len(seen.lines("location"))) == (None, 1)


def test_a_redirect_is_followed_and_archived_and_no_look(server, look):
    server.says("/shops", b"", status=302, headers={"Location": "/stores"})
    server.says("/stores", ONE)
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert seen.looks == [("ok", None)]
    told = [(page.url.removeprefix(server.url), page.status) for page in seen.archived if page.url.endswith("s")]
    assert told == [("/shops", 302), ("/stores", 200)]


def test_a_page_that_sends_a_browser_on_is_read_as_it_is_live_and_from_the_archive(server, look):
    server.says("/shops", b'<meta http-equiv="refresh" content="0;url=/there">', media_type="text/html")
    server.says("/there", ONE)
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert [outcome for outcome, _ in seen.looks] == ["changed"]
    assert len([page for page in seen.archived if page.is_look]) == 1


def test_the_pages_of_a_posted_list_have_addresses_of_their_own(server, look):
    server.says("/shops", ONE, [])
    words = {**SHOPS, "json": {"page": "{page}"}, "paging": {"kind": "page", "size": 1}}
    seen = look(server.url, "locations", "json_api", words)
    assert [one["url"].partition("#")[2] for one in seen.lines("look")] == ["page=1", "page=2"]


def test_a_fault_of_our_own_ends_the_run_and_is_its_reason(server, look, monkeypatch):
    def full(*_):
        raise OSError("no space left")

    server.says("/shops", ONE)
    monkeypatch.setattr(OpenRun, "keep", full)
    assert look(server.url, "locations", "json_api", SHOPS).run.stopped == "OSError: no space left"


def test_an_archive_that_cannot_be_written_ends_the_run(server, look, monkeypatch):
    def full(*_):
        raise OSError("no space left")

    server.says("/shops", ONE)
    monkeypatch.setattr(OpenRun, "archive", full)
    assert look(server.url, "locations", "json_api", SHOPS).run.stopped == "OSError: no space left"


def test_a_secret_that_is_not_set_ends_the_run(server, look):
    words = SHOPS | {"headers": {"X-Key": "$NOWHERE_SET"}}
    assert "set the environment variable NOWHERE_SET" in look(server.url, "locations", "json_api", words).run.stopped


def test_a_folder_that_is_not_there_was_not_tried(server, look):
    words = {"folder": "inbox", "patterns": {"invoice_number": [r"no\. (\d+)"]}}
    assert look(server.url, "invoices", "documents", words).looks == [("not_tried", "there is no folder inbox")]


def test_documents_are_archived_as_what_the_patterns_matched(server, look, tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "1.txt").write_text("For Jane Doe: Invoice no. 17")
    words = {"folder": "inbox", "files": ["*.txt"], "patterns": {"invoice_number": [r"Invoice no\. (\d+)"]}}
    seen = look(server.url, "invoices", "documents", words)
    assert seen.looks == [("ok", None)]
    assert [(page.url, page.body) for page in seen.archived] == [("file:inbox/1.txt", b"Invoice no. 17")]


def test_a_document_with_blanks_in_its_name_has_one_address_live_and_in_the_archive(server, look, tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "order 1.txt").write_text("Invoice no. 17")
    words = {"folder": "inbox", "files": ["*.txt"], "patterns": {"invoice_number": [r"Invoice no\. (\d+)"]}}
    seen = look(server.url, "invoices", "documents", words)
    assert [look["url"] for look in seen.lines("look")] == [page.url for page in seen.archived]


def test_a_signal_ends_the_run_with_its_name_and_no_other_begins(server, look):
    server.says("/shops", b"", status=429, headers={"Retry-After": "60"})
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
    begun = monotonic()
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert seen.run.stopped == "stopped by SIGTERM"
    assert seen.looks == [("blocked", "HTTP 429"), ("not_tried", "the run ended while the server wanted rest")]
    assert monotonic() - begun < 10
    with pytest.raises(KeyboardInterrupt):
        look(server.url, "locations", "json_api", SHOPS)
