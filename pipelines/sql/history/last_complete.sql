-- When the last complete run of all of a source began.
SELECT max(started_utc) FROM raw.run ANTI JOIN raw.run_scope USING (run_id)
WHERE retailer = $retailer AND source = $source AND verdict = 'complete'
