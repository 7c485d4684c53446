"""WARC in and out: the archive is the ground truth."""

from pipelines.archive.reading import NotWhole, read_archive, read_body, read_record
from pipelines.archive.writing import ArchiveWriter

__all__ = ["ArchiveWriter", "NotWhole", "read_archive", "read_body", "read_record"]
