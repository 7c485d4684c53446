-- Since when a source has its present level: the first run of the last lasting change that was accepted.
SELECT max(run.started_utc) AS changed_utc
FROM raw.run
WHERE run.retailer = $retailer AND run.source = $source AND run.verdict = 'complete'
    AND EXISTS (FROM raw.run_check AS c WHERE c.run_id = run.run_id AND c.name = 'first of a lasting change')
