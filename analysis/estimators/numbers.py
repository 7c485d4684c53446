"""Invoice numbers read: series label, period key, running number (reference, section 2, step 1).

``INV-2023-000123`` of an order of 2023 has the label ``INV-{year}-{number}``, the period ``2023`` and the number 123.
"""

import re
from collections.abc import Sequence

import pandas as pd

_DIGITS = re.compile(r"(\d+)")
_KEYS = {
    "{date}": ("%Y%m%d", "%y%m%d"),
    "{month}": ("%Y%m", "%y%m"),
    "{year}": ("%Y",),
    "{yy}": ("%y",),
    "{mm}": ("%m",),
    "{quarter}": ("%q",),
}
_GLUED = ("%Y%m%d", "%y%m%d", "%Y%m", "%y%m", "%Y")
_SLACK_DAYS = (0, 1, -1, 4)  # the invoice may carry the local day, or be written some days after the order


def parse_numbers(ordered_at: pd.Series, texts: pd.Series) -> pd.DataFrame:
    """Read each text into the columns ``series``, ``period``, ``number``, ``width`` and ``digits``.

    ``ordered_at``: naive instants, NaT allowed; the frame has the index of ``texts``.
    ``number`` is the running number (Python int, any size), None where
    the text holds no digit. ``period`` is '' where no part of the text is the order's own year, month or date.
    ``width`` is how many digits it is printed with. ``digits`` are all digits of the text: they may be a clock.
    """
    tokens = [_DIGITS.split(str(text).strip()) for text in texts]
    frame = pd.DataFrame({"tokens": tokens, "at": list(ordered_at)}, index=texts.index)
    shapes = frame["tokens"].map(lambda parts: "".join("0" if i % 2 else part for i, part in enumerate(parts)))
    read = [_read_shape(group) for _, group in frame.groupby(shapes, sort=False)]
    empty = pd.DataFrame(columns=["series", "period", "number", "width", "digits"], dtype=object)
    return pd.concat([empty, *read]).loc[texts.index] if read else empty


def _read_shape(group: pd.DataFrame) -> pd.DataFrame:
    """Texts that agree in everything but their digits: which of the digit tokens is a period, which the counter."""
    rows = list(zip(_unglued(list(group["tokens"]), list(group["at"])), group["at"], strict=True))
    positions = range(1, len(rows[0][0]), 2)
    kinds = {i: kind for i in positions if (kind := _kind([(parts[i], at) for parts, at in rows]))}
    counter = _counter_position([parts for parts, _ in rows], [i for i in positions if i not in kinds] or positions)
    kinds.pop(counter, None)
    return pd.DataFrame([_read(parts, counter, kinds) for parts, _ in rows], index=group.index, dtype=object)


def _unglued(rows: list[list[str]], ats: list[pd.Timestamp]) -> list[list[str]]:
    """``20230100012`` taken apart into ``202301`` and ``00012``, if all numbers begin so and with different keys."""
    if len(rows[0]) < 2:
        return rows
    for form in _GLUED:
        size = len(_spelt(pd.Timestamp(0), form))
        heads = {parts[-2][:size] for parts in rows}
        long = all(len(parts[-2]) >= size + 3 for parts in rows)
        if (
            len(heads) > 1
            and long
            and all(_spells(row[-2][:size], at, form) for row, at in zip(rows, ats, strict=True))
        ):
            return [[*row[:-2], row[-2][:size], "", row[-2][size:], row[-1]] for row in rows]
    return rows


def _counter_position(rows: Sequence[Sequence[str]], positions: Sequence[int]) -> int:
    """Find the last token of three or more digits; the last of all where none is that long; 0 where there is none."""
    long = [i for i in positions if max(len(parts[i]) for parts in rows) >= 3]
    return (long or list(positions) or [0])[-1]


def _kind(seen: Sequence[tuple[str, pd.Timestamp]]) -> str | None:
    """Name the period that a token spells in every order, if there is one."""
    for kind, formats in _KEYS.items():
        for form in formats:
            if all(_spells(token, at, form) for token, at in seen):
                return kind
    return None


def _spells(token: str, at: pd.Timestamp, form: str) -> bool:
    if pd.isna(at):
        return len(token) == len(_spelt(pd.Timestamp(0), form))
    return any(_spelt(at + pd.Timedelta(days=slack), form) == token for slack in _SLACK_DAYS)


def _spelt(at: pd.Timestamp, form: str) -> str:
    return at.strftime(form.replace("%q", str(at.quarter)))


def _read(parts: Sequence[str], counter: int, kinds: dict[int, str]) -> dict[str, object]:
    label = list(parts)
    for position, kind in kinds.items():
        label[position] = kind
    if counter:
        label[counter] = "{number}"
    return {
        "series": "".join(label),
        "period": "-".join(parts[i] for i in sorted(kinds)),
        "number": int(parts[counter]) if counter else None,
        "width": len(parts[counter]) if counter else 0,
        "digits": "".join(parts[1::2]),
    }
