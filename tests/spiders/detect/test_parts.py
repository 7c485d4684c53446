"""What a page consists of, and which pages it lists."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from pipelines.records import Page
from spiders.detect.answers import in_data, in_scripts
from spiders.detect.linked import in_links, in_page
from spiders.detect.parts import parts_of

PAGE = """<script src="/js/locator.js"></script><script src="https://cdn.shop.example/app.js"></script>
<script src="/js/jquery.min.js"></script><script src="https://tracker.example/t.js"></script>
<iframe src="//hosted.where2getit.com/kade/"></iframe><iframe src="https://www.youtube.com/embed/1"></iframe>
<iframe src="javascript:void(0)"></iframe><script src="http://[broken"></script>"""
STORE = (
    '<script type="application/ld+json">{"@type": "Store", "branchCode": "%s", "address": {"postalCode": "9"}}</script>'
)


def test_own_scripts_and_frames_are_parts_and_libraries_and_others_are_not(web):
    assert list(parts_of(web(PAGE))) == [
        "http://shop.example/js/locator.js",
        "https://cdn.shop.example/app.js",
        "http://hosted.where2getit.com/kade/",
    ]


def test_a_page_that_describes_several_places_is_a_list_and_a_shop_with_one_address_is_not(web):
    (found,) = in_page(web("".join(STORE % n for n in range(3))))
    assert (found.platform, found.options) == ("schema_org", {"url": "http://shop.example/"})
    assert list(in_page(web(STORE % 1))) == []


def test_linked_pages_are_a_list_only_where_they_tell_of_places(server, web):
    links = "".join(f'<a href="/stores/{n}">Store {n}</a><a href="/shop/tea-{n}">Tea</a>' for n in range(4))
    server.says("/stores/0", (STORE % 0).encode(), media_type="text/html")
    server.says("/shop/tea-0", b"<p>Tea</p>", media_type="text/html")
    (found,) = in_links(web(links, url=f"{server.url}/"))
    assert found.options == {"url": f"{server.url}/", "links": 'a[href*="/stores/"]'}


@given(st.text(alphabet="<>/=\"'{}[]:, \\\nabcdefhilmnoprstuvy0123é\x00") | st.binary(max_size=300))
def test_whatever_a_page_is_nothing_breaks(body):
    page = Page(
        url="http://shop.example/",
        seen_at_utc=datetime.fromisoformat("2025-01-06"),
        body=body if isinstance(body, bytes) else body.encode(errors="replace"),
    )
    for look in (parts_of, in_page, in_scripts):
        list(look(page))
    for media_type in ("application/json", "text/csv"):
        list(in_data(replace(page, media_type=media_type)))
