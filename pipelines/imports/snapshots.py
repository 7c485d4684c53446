"""A file that tells itself when it was recorded: once for all of it, or for each record, and then it may hold looks."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

from pipelines.imports.moments import SeenAt

Snapshots = Mapping[datetime, bytes]
"""What was seen by when it was seen, each in the form of the whole."""
Record = dict[str, Any]

SNAPSHOT = ("snapshot_at", "snapshot_time", "snapshot_date", "observed_at", "seen_at", "as_of")
"""Of all records of a look: each moment is a look."""
COLLECTED = (
    "spider:collection_time", "@collection_time", "collection_time", "collected_at", "scraped_at", "crawled_at",
    "retrieved_at", "fetched_at",
)  # fmt: skip
"""Of a record, or of a whole file: a look goes on for as long as there is no pause."""
_PAUSE = timedelta(hours=6)


def snapshots(body: bytes, media_type: str, seen_at: SeenAt) -> Snapshots:
    """Split a file by the moments that it tells; empty where it tells none.

    The words that tell them are left out, so that two looks at the same records are the same bytes. Raises NoTime
    where some record lacks its moment.
    """
    if media_type == "text/csv":
        return _of_table(body.decode("utf-8-sig", "replace"), seen_at)
    if "json" in media_type:
        return _of_json(body, seen_at)
    return {}


def _of_table(text: str, seen_at: SeenAt) -> Snapshots:
    header = text.partition("\n")[0]
    delimiter = max(",;\t|", key=header.count)
    records: list[Record] = list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter))
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]

    def written(rows: Sequence[Record]) -> bytes:
        out = StringIO(newline="")
        kept = [name for name in names if name in rows[0]]
        writer = csv.DictWriter(out, kept, delimiter=delimiter, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue().encode()

    return _split(records, lambda record: record, seen_at, written)


def _of_json(body: bytes, seen_at: SeenAt) -> Snapshots:
    data = _parsed(body)
    if isinstance(data, dict):
        if told := _told(data.get("dataset_attributes") or data, (*SNAPSHOT, *COLLECTED)):
            return {seen_at.read(told[1]): body}
        features = data.get("features")
        return _split(features, _properties, seen_at, _collection) if isinstance(features, list) else {}
    if not isinstance(data, list) or not all(isinstance(record, dict) for record in data):
        return {}
    if all(record.get("type") == "Feature" for record in data):
        return _split(data, _properties, seen_at, _collection)
    return _split(data, lambda record: record, seen_at, _as_json)


def _parsed(body: bytes) -> object:
    """Return parsed JSON, or a list of what stands in its lines; None where it is neither."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        pass
    try:
        return [json.loads(line.strip(b"\x1e, ")) for line in body.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None


def _properties(feature: Record) -> Record:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _split(
    records: Sequence[Record],
    words_of: Callable[[Record], Record],
    seen_at: SeenAt,
    written: Callable[[Sequence[Record]], bytes],
) -> Snapshots:
    if not records:
        return {}
    for names in (SNAPSHOT, COLLECTED):
        if told := _told(words_of(records[0]), names):
            moments = [seen_at.read(words_of(record).pop(told[0], None)) for record in records]
            looks = _looks(moments) if names is COLLECTED else {moment: moment for moment in moments}
            groups: dict[datetime, list[Record]] = {}
            for record, moment in zip(records, moments, strict=True):
                groups.setdefault(looks[moment], []).append(record)
            return {moment: written(groups[moment]) for moment in sorted(groups)}
    return {}


def _told(words: object, names: Iterable[str]) -> tuple[str, object] | None:
    """Return the first of these words that is told, and what is told under it."""
    if not isinstance(words, dict):
        return None
    return next(((name, words[name]) for name in names if words.get(name) not in (None, "")), None)


def _looks(moments: Iterable[datetime]) -> dict[datetime, datetime]:
    """Return for each moment the end of the look that it is part of."""
    ends: dict[datetime, datetime] = {}
    later = None
    for moment in sorted(set(moments), reverse=True):
        ends[moment] = ends[later] if later and later - moment <= _PAUSE else moment
        later = moment
    return ends


def _collection(features: Sequence[Record]) -> bytes:
    return _as_json({"type": "FeatureCollection", "features": list(features)})


def _as_json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
