"""How much of a document is read."""

LARGEST = 16_000_000
"""Bytes; a mail with more is read up to there."""
