-- Due times of which something was noted since a change.
SELECT spider, due_utc, outcome, noted_utc, run_id, why, change FROM due_time WHERE change > :change
