"""What is declared for one server reaches no other: not after a redirect, not by a link, not in a frame."""

import json

import pytest

from spiders import browser
from spiders.browser import session_file
from spiders.installed_browser import available

needs_browser = pytest.mark.skipif(not available(), reason=browser.NO_BROWSER)

KEYS = {"X-Key": "$SHOP_KEY", "Authorization": "Bearer $SHOP_KEY", "Cookie": "store=12"}
SHOPS = {"url": "/shops", "fields": {"location_ref": "id"}, "headers": KEYS}
PLACE = b"<ul><li class=place data-id=NL-1>Leiden</li></ul>"
PAGE = {"url": "/shops", "rows": "li.place", "fields": {"location_ref": "::attr(data-id)"}, "headers": KEYS}


@pytest.fixture(autouse=True)
def _key(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "s3cret")


def told(server, path):
    """Return what of the declared headers a server was told, by their small names."""
    heads = [{name.lower(): value for name, value in head.items()} for asked, _, head in server.asked if asked == path]
    return [set(head) & {"x-key", "authorization", "cookie"} for head in heads]


EVERYTHING = {"x-key", "authorization", "cookie"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_redirect_to_another_server_is_followed_without_what_was_declared(server, elsewhere, look, host):
    there = elsewhere.url.replace("127.0.0.1", host)
    server.says("/shops", b"", status=302, headers={"Location": f"{there}/shops"})
    elsewhere.says("/shops", [{"id": "NL-1"}])
    seen = look(server.url, "locations", "json_api", SHOPS)
    assert seen.looks == [("ok", None)]
    assert (told(server, "/shops"), told(elsewhere, "/shops")) == ([EVERYTHING], [set()])


def test_a_redirect_within_the_server_keeps_what_was_declared(server, look):
    server.says("/shops", b"", status=302, headers={"Location": "/all"})
    server.says("/all", [{"id": "NL-1"}])
    look(server.url, "locations", "json_api", SHOPS)
    assert told(server, "/all") == [EVERYTHING]


def test_a_way_back_from_elsewhere_brings_nothing_back(server, elsewhere, look):
    server.says("/shops", b"", status=302, headers={"Location": f"{elsewhere.url}/there"})
    elsewhere.says("/there", b"", status=302, headers={"Location": f"{server.url}/back"})
    server.says("/back", [{"id": "NL-1"}])
    look(server.url, "locations", "json_api", SHOPS)
    assert (told(elsewhere, "/there"), told(server, "/back")) == ([set()], [set()])


def test_a_link_to_another_server_is_followed_without_what_was_declared(server, elsewhere, look):
    server.says("/shops", {"all": [{"id": "NL-1"}], "next": f"{elsewhere.url}/more"})
    elsewhere.says("/more", {"all": [{"id": "NL-2"}], "next": f"{server.url}/rest"})
    server.says("/rest", {"all": [{"id": "NL-3"}]})
    look(server.url, "locations", "json_api", SHOPS | {"items": "all", "paging": {"kind": "token", "token": "next"}})
    assert (told(elsewhere, "/more"), told(server, "/rest")) == ([set()], [EVERYTHING])


def test_what_is_posted_is_not_passed_on_to_another_server(server, elsewhere, look):
    server.says("/shops", b"", status=307, headers={"Location": f"{elsewhere.url}/shops"})
    seen = look(server.url, "locations", "json_api", SHOPS | {"json": {"key": "$SHOP_KEY"}})
    ((outcome, reason),) = seen.looks
    assert (outcome, "what is posted is not passed on" in reason) == ("not_tried", True)
    assert elsewhere.times_asked("/shops") == []


@needs_browser
def test_a_browser_tells_what_was_declared_to_its_server_alone(server, elsewhere, look):
    there = elsewhere.url.replace("127.0.0.1", "localhost")
    server.says("/shops", b"", status=302, headers={"Location": "/here"}, media_type="text/html")
    server.says("/here", PLACE + f"<iframe src='{there}/frame'></iframe>".encode(), media_type="text/html")
    elsewhere.says("/frame", b"<p>", media_type="text/html")
    seen = look(server.url, "locations", "browser_page", PAGE)
    assert seen.looks == [("ok", None)]
    assert (told(server, "/shops"), told(server, "/here")) == ([EVERYTHING], [EVERYTHING])
    assert told(elsewhere, "/frame") == [set()]


@needs_browser
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_browser_that_is_sent_elsewhere_takes_nothing_along(server, elsewhere, look, host):
    there = elsewhere.url.replace("127.0.0.1", host)
    server.says("/shops", b"", status=302, headers={"Location": f"{there}/shops"})
    elsewhere.says("/shops", PLACE, media_type="text/html")
    seen = look(server.url, "locations", "browser_page", PAGE)
    assert seen.looks == [("ok", None)]
    assert (told(server, "/shops"), told(elsewhere, "/shops")) == ([EVERYTHING], [set()])


@needs_browser
def test_a_stored_session_stays_with_its_host(server, elsewhere, look, tmp_path):
    file = session_file(tmp_path, "shop")
    file.parent.mkdir(parents=True)
    cookie = {"name": "session", "value": "s3cret", "domain": "127.0.0.1", "path": "/", "expires": -1}
    cookie |= {"httpOnly": True, "secure": False, "sameSite": "Lax"}
    file.write_text(json.dumps({"cookies": [cookie], "origins": []}))
    there = elsewhere.url.replace("127.0.0.1", "localhost")
    server.says("/orders", b"", status=302, headers={"Location": f"{there}/orders"})
    elsewhere.says("/orders", b"<form id=login></form>", media_type="text/html")
    words = {"url": "/orders", "logged_out": "form#login", "rows": "tr", "fields": {"invoice_number": "td"}}
    look(server.url, "invoices", "account_orders", words)
    assert (told(server, "/orders"), told(elsewhere, "/orders")) == ([{"cookie"}], [set()])
