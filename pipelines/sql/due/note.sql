-- What became of a due time; a time that is noted keeps its run.
INSERT INTO due_time (spider, due_utc, outcome, noted_utc, run_id, why, change)
VALUES (:spider, :due_utc, :outcome, :noted_utc, :run_id, :why, (SELECT change FROM counter))
ON CONFLICT (spider, due_utc) DO UPDATE SET
    outcome = excluded.outcome, noted_utc = excluded.noted_utc, run_id = excluded.run_id, why = excluded.why,
    change = excluded.change
