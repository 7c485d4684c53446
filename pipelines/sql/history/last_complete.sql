-- When the last complete run of all of a source began.
SELECT max(started_utc) FROM raw.run
WHERE retailer = $retailer AND source = $source AND verdict = 'complete' AND places IS NULL
