import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimators.numbers import parse_numbers


def read(*rows: tuple[str, str]) -> list[tuple[str, str, int | None]]:
    frame = parse_numbers(pd.Series(pd.to_datetime([at for at, _ in rows])), pd.Series([text for _, text in rows]))
    return list(frame[["series", "period", "number"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        ("2023-05-03", "123", ("{number}", "", 123)),
        ("2023-05-03", "INV00000123", ("INV{number}", "", 123)),
        ("2023-05-03", "INV-2023-000123", ("INV-{year}-{number}", "2023", 123)),
        ("2023-05-03", "R23/05/17", ("R{yy}/{mm}/{number}", "23-05", 17)),
        ("2023-05-03", "00042/2023", ("{number}/{year}", "2023", 42)),
        ("2023-05-03", "2023Q2-17", ("{year}Q{quarter}-{number}", "2023-2", 17)),
        ("2023-05-03", "cancelled", ("cancelled", "", None)),
    ],
)
def test_the_running_number_is_told_from_label_and_period(at, text, expected):
    assert read((at, text)) == [expected]


def test_a_number_glued_to_its_month_is_taken_apart_when_the_month_changes():
    assert read(("2022-12-20", "20221200450"), ("2023-01-10", "20230100012")) == [
        ("{month}{number}", "202212", 450),
        ("{month}{number}", "202301", 12),
    ]


def test_a_token_that_is_the_year_once_only_by_chance_is_a_label():
    rows = read(("2022-05-01", "A-2022-00001"), ("2023-05-01", "A-2022-00007"))
    assert {series for series, _, _ in rows} == {"A-2022-{number}"}


def test_an_invoice_written_after_midnight_of_the_year_keeps_its_period():
    assert read(("2022-12-31T23:50", "2023-00001"))[0][1] == "2023"


@given(st.text(max_size=30))
def test_any_text_is_read(text):
    ((_, _, number),) = read(("2023-05-03", text))
    assert number is None or number >= 0
