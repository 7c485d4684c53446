-- The runs of a source from one moment on, in the order in which they looked.
SELECT run_id, retailer, source, started_utc, ended_utc, verdict_reasons
FROM raw.run WHERE retailer = $retailer AND source = $source AND started_utc >= $since_utc
ORDER BY started_utc, run_id
