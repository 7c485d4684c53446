"""Redaction before archiving: what a platform cannot redact is not archived at all."""

from dataclasses import replace

from pipelines.records import Page
from spiders.platform import Platform


def redacted(platform: Platform, page: Page) -> Page:
    """Return the page as it may be archived; empty where the platform fails on it, since it may name persons."""
    try:
        return platform.redact(page)
    except Exception:  # noqa: BLE001 - whatever the reason is, the page must not reach the disk
        return replace(page, body=b"", headers={})
