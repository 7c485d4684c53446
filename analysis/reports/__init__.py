"""From tables to sentences: a markdown report per retailer, with its figures, its assumptions and its evidence."""
