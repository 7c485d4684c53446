"""KEEP: from a sighting to a queryable table."""
