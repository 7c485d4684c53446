"""Values as scripts write them: read as they are meant, or left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.script_values import values_in


@given(st.text(alphabet=r"""[]{}:,=('\"a1.-e /*`u""", max_size=200))
def test_no_script_makes_an_error(script):
    list(values_in(script))


@pytest.mark.parametrize("script", [
    """shops = [{name: 'Kaai \\ud83d\\ude80 in Gent', number: 7}]""",
    r"""JSON.parse('[{"name": "Kaai \\ud83d\\ude80 in Gent", "number": 7}]')""",
])  # fmt: skip
def test_a_sign_that_a_script_writes_as_two_is_one(script):
    assert next(iter(values_in(script))) == [{"name": "Kaai \N{ROCKET} in Gent", "number": 7}]


def test_a_number_of_any_length_makes_no_error():
    assert list(values_in(f"shops = [{{id: {'9' * 5000}}}]")) == []
