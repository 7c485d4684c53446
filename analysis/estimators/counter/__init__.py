"""Is it a counter at all, and what does it count? (reference, section 2): one test a file."""
