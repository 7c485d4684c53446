"""A list of shops, as a server of the tests tells it."""

SHOPS = {"url": "/shops", "fields": {"location_ref": "id"}}
ONE = [{"id": "NL-1"}]
PAGED = {"url": "/shops?page={page}", "paging": {"kind": "page", "size": 1}, "fields": {"location_ref": "id"}}
