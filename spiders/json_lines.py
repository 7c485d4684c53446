"""JSON in lines, as dumps have it: one record a line."""

import orjson


def gathered(body: bytes) -> bytes:
    r"""Return records in lines as one JSON list, GeoJSON features as one collection; anything else as it is.

    >>> gathered(b'{"id": 1}\n{"id": 2}\n'), gathered(b'[{"id": 1}]')
    (b'[{"id":1},{"id":2}]', b'[{"id": 1}]')
    """
    lines = [line.strip(b"\x1e ,") for line in body.splitlines()]
    try:
        records = [orjson.loads(line) for line in lines if line]
    except orjson.JSONDecodeError:
        return body
    if records and all(isinstance(record, dict) and record.get("type") == "Feature" for record in records):
        return orjson.dumps({"type": "FeatureCollection", "features": records})
    return orjson.dumps(records) if len(records) > 1 else body
