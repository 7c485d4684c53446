import gzip

import pytest

from spiders.refusal import refusal

WALLS = {
    "Cloudflare": "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script><noscript>x</noscript>",
    "Akamai": "<title>Access Denied</title><h1>Access Denied</h1>Reference&#32;&#35;18.2d&#46;1 "
    "https://errors.edgesuite.net/18.2d",
    "DataDome": "<p id='cmsg'>Please enable JS</p><script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script>",
    "HUMAN (PerimeterX)": "<title>Access to this page has been denied</title><div id='px-captcha'></div>",
    "Imperva": "<iframe src='/_Incapsula_Resource?CWUDNSAI=9&incident_id=11-22'>Incapsula incident ID: 11-22</iframe>",
    "Amazon": "<title>Sorry!</title><form action='/errors/validateCaptcha'>Type the characters</form>",
    "a captcha": "<title>shop.example</title><h1>Verify you are human</h1><div class='g-recaptcha'></div>",
}


@pytest.mark.parametrize("guard", WALLS)
@pytest.mark.parametrize("status", [200, 403, 503])
def test_a_challenge_page_is_blocked_not_empty(web, guard, status):
    reading = refusal(web(WALLS[guard], status=status))
    assert reading is not None
    assert reading.outcome == "blocked"
    assert guard in reading.reason


def test_a_challenge_in_place_of_json_is_blocked(web):
    wall = {"appId": "PX12", "blockScript": "/PX12/captcha/captcha.js?a=c"}
    assert refusal(web(wall, "application/json", status=403)).outcome == "blocked"


def test_a_challenge_told_by_header_is_blocked(web):
    assert refusal(web("", headers={"cf-mitigated": "challenge"})).outcome == "blocked"


ORDINARY = {
    "script that mentions a captcha": "<script>var captcha='recaptcha/api.js'; if (robot) verify()</script><p>Milk</p>",
    "Cloudflare's script on every page": "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>Milk",
    "DataDome's tag": "<script src='https://js.datadome.co/tags.js'></script><p>Milk</p>",
    "PerimeterX's sensor": "<script>window._pxAppId='PX12'</script><p>Milk</p>",
    "Imperva's sensor": "<script src='/_Incapsula_Resource?SWJIYLWA=719d34'></script><p>Milk</p>",
    "long page about robots": "<title>Are you a robot? 20 toys</title>" + "<p>A toy robot for children.</p>" * 200,
    "form with a captcha": "<form><div class='g-recaptcha' data-sitekey='x'></div><label>Newsletter</label></form>",
}


@pytest.mark.parametrize("case", ORDINARY)
def test_an_ordinary_page_is_not_blocked(web, case):
    assert refusal(web(ORDINARY[case])) is None


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        *[(status, "blocked") for status in (401, 403, 429)],
        *[(status, "gone") for status in (404, 410)],
        *[(status, "http_error") for status in (302, 418, 500, 503)],
    ],
)
def test_a_status_says_what_became_of_the_look(web, status, outcome):
    reading = refusal(web("sorry", status=status))
    assert (reading.outcome, reading.reason) == (outcome, f"HTTP {status}")


def test_recorded_product_pages_are_no_walls(web, fixtures):
    pages = sorted(fixtures.glob("prices/pages/*/page.html.gz"))
    assert [page.parent.name for page in pages if refusal(web(gzip.decompress(page.read_bytes())))] == []
