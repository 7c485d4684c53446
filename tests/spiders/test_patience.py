"""The crawler waits as long as a server asks, tries again what may pass, and then lets it be."""

from itertools import pairwise

import pytest

from tests.spiders.shops import ONE, PAGED, SHOPS


def test_an_attempt_that_fails_and_one_that_succeeds_are_two_looks(server, look):
    server.says("/shops", b"", ONE)
    server.answers["/shops"][0].status = 500
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert seen.looks == [("http_error", "HTTP 500"), ("ok", None)]
    assert [page.status for page in seen.archived if page.is_look] == [500, 200]


def test_what_fails_every_time_is_let_be(server, look):
    server.says("/shops", b"", status=503)
    assert look(server.url, "locations", "json_api", SHOPS).looks == [("http_error", "HTTP 503")] * 3


def test_a_server_that_asks_us_to_wait_is_waited_for(server, look):
    server.says("/shops", b"", ONE)
    server.answers["/shops"][0].status, server.answers["/shops"][0].headers = 429, {"Retry-After": "1"}
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert seen.looks == [("blocked", "HTTP 429"), ("ok", None)]
    first, second = server.times_asked("/shops")
    assert second - first >= 1


def test_a_server_that_asks_for_an_hour_is_not_asked_again(server, look):
    server.says("/shops", b"", status=429, headers={"Retry-After": "3600"})
    assert look(server.url, "locations", "json_api", SHOPS).looks == [("blocked", "HTTP 429")]


def test_the_other_pages_of_a_server_that_asks_for_an_hour_are_not_tried(server, look):
    server.says("/shops?page=1", {"all": ONE, "total": 40})
    for page in range(2, 41):
        server.says(f"/shops?page={page}", b"", status=429, headers={"Retry-After": "3600"})
    words = PAGED | {"items": "all", "total": "total"}
    outcomes = [outcome for outcome, _ in look(server.url, "locations", "json_api", words).looks]
    refused = outcomes.count("blocked")
    assert outcomes[0] == "ok"
    assert 1 <= refused <= 8, "those that were under way side by side"
    assert (len(outcomes), outcomes.count("not_tried")) == (40, 39 - refused)


def test_no_page_of_a_host_is_asked_for_while_it_wants_rest(server, look):
    server.says("/shops?page=1", {"all": ONE, "total": 3})
    server.says("/shops?page=2", b"", {"all": [{"id": "NL-2"}], "total": 3})
    server.says("/shops?page=3", {"all": [{"id": "NL-3"}], "total": 3}, after_seconds=0.2)
    server.answers["/shops?page=2"][0].status, server.answers["/shops?page=2"][0].headers = 429, {"Retry-After": "1"}
    words = PAGED | {"items": "all", "total": "total"}
    seen = look(server.url, "locations", "json_api", words, delay_seconds=0.1)
    assert sorted(outcome for outcome, _ in seen.looks) == ["blocked", "ok", "ok", "ok"]
    refused, *later = [when for path, when, _ in server.asked if path in {"/shops?page=2", "/shops?page=3"}][-3:]
    assert sum(when - refused >= 1 for when in later) >= 1


def test_queued_requests_too_wait_while_a_host_wants_rest(server, look):
    total = {"total": 40}
    server.says("/shops?page=1", {"all": ONE} | total)
    for page in range(2, 41):
        server.says(f"/shops?page={page}", {"all": [{"id": f"NL-{page}"}]} | total, after_seconds=0.3)
    server.says("/shops?page=2", b"", {"all": [{"id": "NL-2"}]} | total)
    refusal = server.answers["/shops?page=2"][0]
    refusal.status, refusal.headers, refusal.after_seconds = 429, {"Retry-After": "1"}, 0.15
    words = PAGED | {"items": "all", "total": "total"}
    assert len(look(server.url, "locations", "json_api", words).lines("location")) == 40
    refused = server.times_asked("/shops?page=2")[0] + 0.15
    before = [path for path, when, _ in server.asked if when < refused + 1]
    assert len(before) <= 10, "robots.txt, the first page, and the eight that were under way side by side"


def test_the_declared_delay_lies_between_two_requests(server, look):
    server.says("/shops?page=1", {"all": ONE, "total": 3})
    for page in (2, 3):
        server.says(f"/shops?page={page}", {"all": [{"id": f"NL-{page}"}], "total": 3})
    look(server.url, "locations", "json_api", PAGED | {"items": "all", "total": "total"}, delay_seconds=0.3)
    times = [when for _, when, _ in server.asked]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))


@pytest.fixture
def _hurried(monkeypatch):
    monkeypatch.setattr("spiders.settings.DOWNLOAD_TIMEOUT", 0.2)


@pytest.fixture
def _once(monkeypatch):
    monkeypatch.setattr("spiders.middlewares.patience.RETRIES", 0)


@pytest.mark.usefixtures("_hurried", "_once")
def test_no_answer_in_time_is_a_timeout(server, look):
    server.says("/shops", ONE, after_seconds=1)
    assert look(server.url, "locations", "json_api", SHOPS).looks == [("timeout", "no answer in time")]


@pytest.mark.usefixtures("_once")
def test_a_refused_connection_is_an_error_that_is_said(look):
    seen = look("http://127.0.0.1:9", "locations", "json_api", SHOPS)
    assert seen.looks == [("http_error", "the connection was refused")]
