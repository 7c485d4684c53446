"""Every locator of the sandbox is recognised, counted, declared and then read whole."""

import json
from dataclasses import dataclass

import pytest

from pipelines.home import landing_root
from sandbox.locators.catalogue import locators as catalogue
from spiders import browser
from spiders.collect import collect_once
from spiders.declaration import DeclarationError
from spiders.detect.draft import drafted
from spiders.detect.recognise import detect
from spiders.detect.write import free_file, write_declaration
from spiders.installed_browser import available

KEYS = {
    "algolia": {"app": "KADE0APP1D", "key": "5f0c9a7b3e1d4826a9c4b7e2d8f10356", "index": "prod_pickup_points"},
    "metizsoft": {"key": "kade-pickup.myshopify.com"},
    "opendatasoft": {"dataset": "pickup-points"},
    "stockist": {"key": "u4084"},
    "store_locator_widgets": {"key": "7f3962110f31589bc13cdc3b7b85cfd7"},
    "storemapper": {"key": "29720-Bfq2LEYgpPsVNnZ9"},
    "storepoint": {"key": "1645a775a8a422"},
    "storerocket": {"key": "dQ8dwjPJr1"},
    "uberall": {"key": "Kd4QzVbLr0TnW8sXyG1m"},
    "uberall_assembled": {"key": "Kd4QzVbLr0TnW8sXyG1m"},
    "where2getit": {"key": "6B962D40-03BA-11E5-BC31-9A51842CA48B"},
    "woosmap": {"key": "woos-48c80350-88aa-333e-835a-07f4b658a9a4"},
    "yext": {"key": "d41c0f5a9b7e4c3f8a2b6d1e0f9c8b7a"},
}
PLATFORMS = {
    "embedded": "json_api",
    "own_api": "json_api",
    "schema_org_page": "schema_org",
    "schema_org_sitemap": "schema_org",
    "uberall_assembled": "uberall",
    "yext_search": "yext",
}
"""Where the page is not named for the platform."""
NEED_BROWSER = {"own_api", "uberall_assembled"}
WITHOUT_COUNTRY = {"inpost", "storemapper", "storepoint", "wp_go_maps"}
"""Platforms that tell no country in a field of its own: a person says it."""


@dataclass
class Made:
    """What ``new`` makes of a page, and what a look at it then brings."""

    text: str
    platform: str
    options: dict
    count: int
    places: list[dict]
    outcomes: set[str]


def made(url, home, country=None) -> Made:
    detection = detect(url)
    assert detection.found, detection.tried
    found = detection.found
    file = free_file(home, "kade")
    retailer = write_declaration(file, drafted(found, name="kade", country=country, timezone=None))
    run, _ = collect_once(home, retailer, retailer.sources[0])
    folder = landing_root(home) / run.run_id
    looks = [json.loads(line) for line in (folder / "look.jsonl").read_text().splitlines()]
    places = [json.loads(line) for line in (folder / "location.jsonl").read_text().splitlines()]
    return Made(
        text=file.read_text(),
        platform=found.candidate.platform,
        options=dict(found.candidate.options),
        count=found.trial.count,
        places=places,
        outcomes={look["outcome"] for look in looks},
    )


def names(name):
    return pytest.param(name, marks=needs_browser) if name in NEED_BROWSER else name


needs_browser = pytest.mark.skipif(not available(), reason=browser.NO_BROWSER)


@pytest.mark.parametrize("name", [names(name) for name in catalogue() if name != "wp_store_locator_capped"])
def test_what_is_detected_and_declared_reads_every_place(name, locators, tmp_path):
    base, truth = locators
    kade = made(f"{base}/{name}/", tmp_path, "NL" if name in WITHOUT_COUNTRY else None)
    assert kade.platform == PLATFORMS.get(name, name)
    assert KEYS.get(name, {}).items() <= kade.options.items()
    assert kade.count == len(truth)
    assert len({place["location_ref"] for place in kade.places}) == len(truth)
    assert all(place["lat"] and place["lon"] for place in kade.places)
    declared = [line for line in kade.text.splitlines() if line and not line.startswith("#")]
    assert len(declared) <= 15
    assert f"min = {int(len(truth) * 0.75)} }}" in kade.text


def test_a_list_that_is_cut_off_is_searched_near_points(locators, tmp_path):
    base, truth = locators
    kade = made(f"{base}/wp_store_locator_capped/", tmp_path)
    assert kade.options["near"]["cap"] == 25
    assert "widen it" in kade.text
    seen = {place["location_ref"] for place in kade.places}
    assert len(seen) >= sum(ref.startswith("NL") for ref in truth)


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://shop.example/", "http://", "http://[shop", ""])
def test_what_is_no_address_of_the_web_is_not_opened(url):
    (told,) = detect(url).tried
    assert "is no address of the web" in told


def test_a_page_without_a_locator_says_what_was_tried(server, monkeypatch):
    monkeypatch.setattr("spiders.detect.recognise.available", lambda: False)
    server.says("/stores", b"<p>Come and see us.</p>", media_type="text/html")
    detection = detect(f"{server.url}/stores")
    assert detection.found is None
    assert any("marks in the page's source: none" in line for line in detection.tried)


@pytest.mark.parametrize(
    ("path", "platform"),
    [
        ("stockist/api/v1/u4084/locations/all", "stockist"),
        ("inpost/v1/points", "json_api"),
        ("schema_org/sitemap.xml", "schema_org"),
    ],
)
def test_the_address_of_the_data_itself_is_recognised_too(path, platform, locators):
    base, truth = locators
    detection = detect(f"{base}/{path}")
    assert detection.found, detection.tried
    assert (detection.found.candidate.platform, detection.found.trial.count) == (platform, len(truth))


def test_a_search_for_products_is_not_taken_for_a_locator(server, monkeypatch):
    monkeypatch.setattr("spiders.detect.recognise.available", lambda: False)
    page = f"""<script>algoliasearch("AB12CD34EF", "5f0c9a7b3e1d4826a9c4b7e2d8f10356",
        {{hosts: [{{url: "{server.url}/search"}}]}}); indexName = {{indexName: "products"}}</script>"""
    server.says("/stores", page.encode(), media_type="text/html")
    hits = [{"objectID": str(n), "name": f"Tea {n}", "price": 2.5} for n in range(30)]
    server.says("/search/1/indexes/*/queries", {"results": [{"hits": hits, "nbHits": 30, "nbPages": 1, "page": 0}]})
    detection = detect(f"{server.url}/stores")
    assert detection.found is None
    assert any("records without address or position" in line for line in detection.tried)


def test_a_page_that_robots_forbids_is_not_opened(server):
    server.says("/robots.txt", b"User-agent: *\nDisallow: /stores", media_type="text/plain")
    server.says("/stores", b'<div data-stockist-widget-tag="u1"></div>', media_type="text/html")
    detection = detect(f"{server.url}/stores")
    assert detection.found is None
    assert detection.tried == [f"{server.url}/stores: Forbidden by robots.txt"]
    assert [path for path, _, _ in server.asked] == ["/robots.txt"]


def test_a_wall_is_told_and_not_tried_with_a_browser(server):
    server.says("/stores", b"<title>Just a moment...</title>", media_type="text/html")
    (told,) = detect(f"{server.url}/stores").tried
    assert "Cloudflare" in told


def test_a_name_that_is_taken_is_refused(tmp_path):
    taken = tmp_path / "retailers" / "kade.toml"
    taken.parent.mkdir()
    taken.write_text("# mine")
    with pytest.raises(DeclarationError, match="declared already"):
        free_file(tmp_path, "kade")
    with pytest.raises(DeclarationError, match="no name for a retailer"):
        free_file(tmp_path, "../kade")
