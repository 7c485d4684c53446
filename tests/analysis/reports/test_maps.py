"""Maps are drawn without a network."""

from datetime import timedelta

from analysis.reports.outlines import outlines, within
from analysis.reports.render import render
from tests.analysis.reports.shop import START, Shop

NETHERLANDS = (3.4, 50.7, 7.2, 53.6)


def test_outlines_are_packaged_and_lie_on_earth():
    rings = outlines()
    assert len(rings) > 300
    assert all(abs(ring[:, 0]).max() <= 180 and abs(ring[:, 1]).max() <= 90 for ring in rings)
    assert 2 <= len(within(*NETHERLANDS)) <= 30


def test_places_with_coordinates_are_drawn_and_a_single_one_too(shop: Shop, tmp_path):
    shop.declare("locations", timedelta(days=1))
    shop.look("locations", START, [{"location_ref": "1", "lat": 52.1, "lon": 4.3}, {"location_ref": "2"}])
    text = render(shop.con, shop.slug, tmp_path / "reports").read_text()
    assert "![Map of 1 location over" in text
    assert (tmp_path / "reports" / "corner" / "location_map.svg").stat().st_size > 5_000
