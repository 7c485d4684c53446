"""What a file's ending says of its content."""

from pathlib import PurePath

_MEDIA_TYPE_OF_SUFFIX = {
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".ndgeojson": "application/geo+json-seq",
    ".geojsonl": "application/geo+json-seq",
    ".parquet": "application/x-ndjson",  # as which its rows are archived
    ".html": "text/html",
    ".htm": "text/html",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".txt": "text/plain",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
}


def media_type_of(name: str) -> str:
    """Return the media type of a file by its name; one that is compressed is what it was before.

    >>> media_type_of("a/stores.CSV.gz"), media_type_of("notes")
    ('text/csv', 'application/octet-stream')
    """
    suffix = PurePath(name.lower().removesuffix(".gz")).suffix
    return _MEDIA_TYPE_OF_SUFFIX.get(suffix, "application/octet-stream")
