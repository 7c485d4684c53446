"""Export: a table or view as a file that other programs read; the ending says which."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

from pipelines.ask import columns
from pipelines.warehouse import Connection

_BATCH = 10_000


class NotExported(ValueError):  # noqa: N818 - it is what became of the table
    """There is no such table, or no file can hold it; the message says why."""


def export(con: Connection, table: str, file: Path) -> int:
    """Write ``schema.table`` to a file: .parquet, .csv or .geojson; returns the rows. Raises NotExported.

    In CSV a text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    types = {row["column"]: str(row["type"]) for row in columns(con, table)}
    if not types:
        raise NotExported(f"there is no table {table}: `orderscope tables` shows all")
    if file.suffix not in _WRITE:
        raise NotExported(f"{file} must end in {', '.join(_WRITE)}")
    part = file.with_name(f".{file.name}.part")
    try:
        _WRITE[file.suffix](con, table, types, part)
        part.replace(file)
    except OSError as error:
        raise NotExported(f"{file} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
    (rows,) = con.execute(f"SELECT count(*) FROM {table}").fetchone() or (0,)
    return int(rows)


def _parquet(con: Connection, table: str, _types: Mapping[str, str], part: Path) -> None:
    con.execute(f"COPY (FROM {table}) TO '{_quoted(part)}' (FORMAT parquet)")


def _csv(con: Connection, table: str, types: Mapping[str, str], part: Path) -> None:
    texts = [name for name, of in types.items() if of not in _NUMBERS and not of.startswith("DECIMAL")]
    safe = ", ".join(f"regexp_replace(\"{name}\"::VARCHAR, '^([=+@\\t\\r-])', '''\\1') AS \"{name}\"" for name in texts)
    replaced = f"* REPLACE ({safe})" if safe else "*"
    con.execute(f"COPY (SELECT {replaced} FROM {table}) TO '{_quoted(part)}' (FORMAT csv, HEADER)")


def _geojson(con: Connection, table: str, types: Mapping[str, str], part: Path) -> None:
    """Write a feature a row; one without coordinates has no geometry."""
    if not {"lat", "lon"} <= types.keys():
        raise NotExported(f"{table} has no columns lat and lon, which a map needs")
    cursor = con.execute(f"FROM {table}")
    with part.open("wb") as file:
        file.write(b'{"type":"FeatureCollection","features":[')
        comma = b"\n"
        while rows := cursor.fetchmany(_BATCH):
            for row in rows:
                file.write(comma + orjson.dumps(_feature(dict(zip(types, row, strict=True))), default=str))
                comma = b",\n"
        file.write(b"\n]}\n")


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    lat, lon = row.pop("lat"), row.pop("lon")
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": point, "properties": row}


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


_NUMBERS = {"BIGINT", "BOOLEAN", "DATE", "DOUBLE", "HUGEINT", "INTEGER", "TIMESTAMP"}
_WRITE: Mapping[str, Callable[[Connection, str, Mapping[str, str], Path], None]] = {
    ".parquet": _parquet, ".csv": _csv, ".geojson": _geojson,
}  # fmt: skip
