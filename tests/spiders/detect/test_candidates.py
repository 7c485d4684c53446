"""Marks of platforms: found where shops really put them, and not where a page only speaks of them."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.detect.candidates import Seen, candidates
from spiders.detect.signatures import FILE, signatures
from spiders.platform import platform_names

EMBEDDED = {
    "an older Stockist widget": ('<div id="stockist-widget-u123"></div>', "stockist", {"key": "u123"}),
    "Storepoint from its own host": (
        'a.src="https://cdn.storepoint.co/api/v1/js/1645a775a8a422.js"', "storepoint", {"key": "1645a775a8a422"}
    ),
    "StoreRocket by script": (
        """StoreRocket.init({selector: '.locator', account: 'wjN49rOpJA'})""", "storerocket", {"key": "wjN49rOpJA"}
    ),
    "Uberall with its attributes in another order": (
        '<div data-key="Ab12" class="x" id="store-finder-widget" data-baseurl="https://uberall.com/"></div>',
        "uberall", {"key": "Ab12"},
    ),
    "WordPress in a folder, slashes escaped": (
        r'var wpslSettings = {"maxResults":"25","ajaxurl":"https:\/\/shop.example\/nl\/wp-admin\/admin-ajax.php"};',
        "wp_store_locator", {"host": "https://shop.example/nl"},
    ),
    "WordPress that tells no host": (
        'var wpslSettings = {"ajaxurl":"/wp-admin/admin-ajax.php"};', "wp_store_locator", {}
    ),
    "InPost's map with what it is by itself": ("easyPack.init({mapType: 'osm'});", "inpost", {}),
    "InPost's map of another country": (
        "easyPack.init({apiEndpoint: 'https://api-uk-points.easypack24.net/v1'});", "inpost",
        {"host": "https://api-uk-points.easypack24.net"},
    ),
    "a data set of the portal itself": (
        '<ods-dataset-context context="a" a-dataset="shops">', "opendatasoft", {"dataset": "shops"}
    ),
    "a data set of another portal": (
        '<ods-dataset-context context="a" a-dataset="shops" a-domain="data.paris.example">', "opendatasoft",
        {"dataset": "shops", "host": "https://data.paris.example"},
    ),
    "Yext's own search": (
        "GET https://locations.shop.example/search?q=&r=50&per=10\naccept: application/json", "yext",
        {"pages": "https://locations.shop.example"},
    ),
    "a request with a form": (
        "POST https://shop.example/wp-admin/admin-ajax.php\ncontent-type: application/x-www-form-urlencoded\n"
        "action=asl_load_stores&load_all=1", "agile_store_locator", {"host": "https://shop.example"},
    ),
    "Algolia's request": (
        "POST https://ab12cd34ef-dsn.algolia.net/1/indexes/*/queries\nx-algolia-application-id: AB12CD34EF\n"
        'x-algolia-api-key: 5f0c9a7b3e1d4826a9c4b7e2d8f10356\n{"requests":[{"indexName":"stores"}]}',
        "algolia", {"app": "AB12CD34EF", "key": "5f0c9a7b3e1d4826a9c4b7e2d8f10356", "index": "stores"},
    ),
    "Where2GetIt's frame": (
        '<iframe src="https://hosted.where2getit.com/brand/index.html"></iframe>'
        '<script>W2GI.config = {"appkey": "6B962D40-03BA-11E5-BC31-9A51842CA48B"}</script>',
        "where2getit", {"brand": "brand", "key": "6B962D40-03BA-11E5-BC31-9A51842CA48B"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("embedded", EMBEDDED)
def test_a_widget_gives_its_key_and_no_host_that_is_the_platforms_own(embedded):
    text, platform, options = EMBEDDED[embedded]
    found = candidates([Seen(where="page", text=text)])
    assert [(one.platform, one.options) for one in found] == [(platform, options)]
    assert not found[0].missing


@pytest.mark.parametrize(
    "text",
    [
        "We compared stockist.co, Storepoint and Uberall for you.",
        '<script src="https://shop.example/js/widget.js"></script>',
        '<div id="storelocator"></div>',
        "",
    ],
)
def test_a_page_that_only_speaks_of_platforms_is_no_candidate(text):
    assert candidates([Seen(where="page", text=text)]) == []


def test_a_mark_without_its_key_says_what_is_missing():
    text = "https://cdn.yextapis.com/v2/accounts/me/entities?v=20240501"
    (found,) = candidates([Seen(where="page", text=text)])
    assert (found.platform, found.missing) == ("yext", {"key"})


def test_evidence_says_where_and_what():
    (found,) = candidates([Seen(where="https://shop.example/a.js", text='data-stockist-widget-tag="u4084"')])
    assert found.evidence == ('https://shop.example/a.js: data-stockist-widget-tag="u4084',)


def test_every_signature_is_of_a_platform_that_there_is():
    assert {signature.platform for signature in signatures()} <= set(platform_names())


def test_every_needed_option_can_be_found():
    for name, words in tomllib.loads(FILE.read_text()).items():
        groups = {
            group for mark in [*words["marks"], *words.get("besides", ())] for group in re.compile(mark).groupindex
        }
        assert set(words.get("needs", ())) <= groups, name


@given(st.text(max_size=400))
def test_no_text_breaks_the_search(text):
    candidates([Seen(where="page", text=text)])


def test_of_several_indexes_each_is_a_candidate():
    text = "algoliasearch('AB12CD34EF', '5f0c9a7b3e1d4826a9c4b7e2d8f10356'); indexName: 'products'; indexName: 'stores'"
    found = candidates([Seen(where="page", text=text)])
    assert [one.options["index"] for one in found] == ["products", "stores"]
