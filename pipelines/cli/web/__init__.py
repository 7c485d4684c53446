"""A web view of a home: status, retailers, reports, tables and read-only SQL."""
