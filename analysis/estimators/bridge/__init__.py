"""The bridge: known totals of invoices distributed over days and weeks (reference, section 4)."""
