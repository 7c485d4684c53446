import pytest

from analysis import frames

NAMES = [f"report/{file.stem}" for file in sorted((frames.SQL / "report").glob("*.sql"))]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_answer_has_the_columns_that_the_file_describes(corner, name):
    frame = frames.query(corner[0], name, retailer="nobody")
    assert len(frame) == 0
    assert list(frame.columns) == frames.columns(frames.text(name))


def test_an_empty_answer_has_types(corner):
    frame = frames.query(corner[0], "report/invoice_intervals", retailer="nobody")
    assert frame["from_utc"].dtype.kind == "M"
    assert frame["invoices"].dtype.kind == "i"


def test_a_column_without_a_description_is_refused(corner, tmp_path, monkeypatch):
    monkeypatch.setattr(frames, "SQL", tmp_path)
    (tmp_path / "half.sql").write_text("-- Two columns.\nSELECT\n    1 AS one, -- told\n    2 AS two\n")
    with pytest.raises(ValueError, match=r"half\.sql describes one; it answers one, two"):
        frames.query(corner[0], "half")
