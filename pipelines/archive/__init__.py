"""WARC in and out: the archive is the ground truth."""

from pipelines.archive.compacting import compact_file
from pipelines.archive.reading import NotWhole, read_archive, read_body, read_record
from pipelines.archive.writing import ArchiveWriter

__all__ = ["ArchiveWriter", "NotWhole", "compact_file", "read_archive", "read_body", "read_record"]
