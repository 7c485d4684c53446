"""Backup: warehouse, archive, landing, declarations and reports, as they were at one moment, each with its SHA-256."""

from pipelines.backup.making import backup
from pipelines.backup.restoring import restore
from pipelines.backup.store import NotWhole, problems

__all__ = ["NotWhole", "backup", "problems", "restore"]
