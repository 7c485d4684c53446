"""When each source is looked at: timetables, and the ledger that gives each due time at most once."""
