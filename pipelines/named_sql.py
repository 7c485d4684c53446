"""SQL stands in files; here a file is run with just the values that it names."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipelines.warehouse import Connection

_NAMED = re.compile(r"\$(\w+)")


def execute(
    con: Connection, file: Path, values: Mapping[str, object], words: Mapping[str, str] | None = None
) -> Connection:
    """Run a file's SQL; of ``values`` those are used that it names as ``$name``.

    ``words`` take the place of ``{word}``, for names of tables and columns; without them braces are left alone.
    """
    sql = _text(file).format_map(words) if words else _text(file)
    named = set(_NAMED.findall(sql))
    return con.execute(sql, {name: value for name, value in values.items() if name in named})


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
