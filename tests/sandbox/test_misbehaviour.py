import json

import pytest
from bs4 import BeautifulSoup


@pytest.fixture
def misbehave(call):
    def tell(path, how, **more):
        assert call("PUT", "/sandbox/misbehave", {"path": path, "how": how, **more}).status == 200

    return tell


def test_it_fails_with_a_500_for_so_many_times(call, misbehave):
    misbehave("/api/locations", "error_500", times=2)
    assert [call("GET", "/api/locations").status for _ in range(3)] == [500, 500, 200]


def test_it_says_when_to_come_back_after_too_many_requests(call, misbehave):
    misbehave("/api", "rate_limit", times=1)
    refused = call("GET", "/api/slots")
    assert (refused.status, refused.headers["Retry-After"]) == (429, "1")


@pytest.mark.parametrize("status", [200, 403])
def test_a_challenge_page_looks_like_one_whatever_its_status(call, misbehave, status):
    misbehave("/", "challenge", status=status)
    page = call("GET", "/products")
    assert page.status == status
    assert "Just a moment..." in page.text
    assert "Verify you are human" in page.text


def test_a_truncated_list_still_announces_all_its_entries(call, misbehave):
    misbehave("/api/locations", "truncated")
    first, second = (call("GET", f"/api/locations?page={page}").json() for page in (1, 2))
    assert len(first["locations"]) == 50
    assert second["locations"] == []
    assert second["total"] == first["total"] > 50


def test_an_empty_list_announces_nothing(call, misbehave):
    misbehave("/api/locations", "empty", times=1)
    answer = call("GET", "/api/locations").json()
    assert (answer["total"], answer["locations"]) == (0, [])
    assert call("GET", "/api/locations").json()["total"] > 0


def test_renamed_fields_have_the_old_values(call, misbehave):
    before = call("GET", "/api/products").json()["products"][0]
    misbehave("/api/products", "renamed_fields")
    after = call("GET", "/api/products").json()["products"][0]
    assert not before.keys() & after.keys()
    assert list(after.values()) == list(before.values())


def test_a_page_whose_fields_are_renamed_has_other_classes(call, misbehave):
    misbehave("/newsletter", "renamed_fields")
    page = BeautifulSoup(call("GET", "/newsletter").text, "lxml")
    assert page.select(".message") == []
    assert len(page.select(".message-v2")) > 10


def test_structured_data_whose_fields_are_renamed_tells_no_offer(call, misbehave):
    misbehave("/product/", "renamed_fields")
    page = BeautifulSoup(call("GET", "/product/K10007").text, "lxml")
    assert "offers" not in json.loads(page.find("script", type="application/ld+json").string)


def test_it_behaves_again_when_told_to_and_its_control_always_does(call, misbehave):
    misbehave("/", "error_500")
    assert call("GET", "/robots.txt").status == 500
    assert call("GET", "/sandbox/clock").status == 200
    call("DELETE", "/sandbox/misbehave")
    assert call("GET", "/robots.txt").status == 200


def test_an_unknown_way_to_misbehave_is_refused(call):
    refused = call("PUT", "/sandbox/misbehave", {"path": "/", "how": "explode"})
    assert (refused.status, "'explode' is none of" in refused.text) == (400, True)
