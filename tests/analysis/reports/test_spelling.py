import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analysis.reports.spelling import at_least, at_most, code, escape, num

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


@given(st.text(max_size=80))
@example("<script>alert(1)</script>")
@example("[x](javascript:alert(1)) ![y](z) <https://evil.example>")
@example("a | b\n\n# c\r\n> d\u2028e")
@example("=HYPERLINK(1)\\| `code` &lt; **b** ~~s~~ $x$")
def test_a_text_of_a_site_comes_out_as_the_text_it_is(text):
    shown = MARKDOWN.render(f"x {escape(text)} y")
    assert shown.startswith("<p>x ")
    assert set(re.findall(r"<[^>]*>", shown)) <= {"<p>", "</p>"}
    assert "".join(unescape(shown[5:-7]).replace("\u2060", "").split()) == "".join(
        re.sub(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", "", text).split()
    )


@given(st.text(max_size=60))
def test_a_text_of_a_site_stays_in_its_cell(text):
    shown = MARKDOWN.render(f"| a | b |\n|---|---|\n| {escape(text)} | {code(text)} |\n")
    assert shown.count("<td>") == 2
    assert shown.count("<tr>") == 2


@pytest.mark.parametrize("text", ["https://evil.example", "see www.evil.example", "FTP://x", "me@evil.example", "@me"])
def test_renderers_that_make_links_of_bare_addresses_find_none(text):
    assert not re.search(r"(?i)(https?|ftp)://|www\.|@\w", escape(text))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "  =1"])
def test_a_formula_does_not_begin_a_cell(text):
    assert escape(text)[0] not in "=+-"
    assert not escape(text).startswith("@x")


@given(st.floats(0, 1e9), st.integers(0, 3))
def test_bounds_are_rounded_outwards(bound, digits):
    slack = 1e-11 * bound + 1e-300
    assert float(at_least(bound, digits).replace(",", "")) <= bound + slack
    assert float(at_most(bound, digits).replace(",", "")) >= bound - slack


def test_a_whole_number_stays_itself_as_a_bound():
    assert at_least(0.1 + 0.2, 1) == at_most(0.1 + 0.2, 1) == num(0.3, 1)
