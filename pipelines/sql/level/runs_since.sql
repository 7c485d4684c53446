-- The runs of a source from one of them on, in the order in which they looked.
SELECT run_id, retailer, source, started_utc, ended_utc, verdict, verdict_reasons
FROM raw.run
WHERE retailer = $retailer AND source = $source
    AND started_utc >= (SELECT started_utc FROM raw.run WHERE run_id = $first_id)
ORDER BY started_utc, run_id
