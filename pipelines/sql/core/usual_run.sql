-- What the last run of a source is held against: up to ten complete runs before it of as much of it, none from before a lasting change.
WITH changed AS (
    SELECT retailer, source, max(started_utc) AS changed_utc
    FROM raw.run
    WHERE run_id IN (SELECT c.run_id FROM raw.run_check AS c WHERE c.name = 'first of a lasting change')
    GROUP BY retailer, source
)
SELECT
    run.retailer, -- the declaration's stem
    run.source, -- the source's name within the retailer
    run.kind, -- locations, slots, prices, invoices, attention or counts
    run.run_id, -- the run
    run.started_utc, -- before its first look
    run.ended_utc, -- its last look
    run.places IS NOT NULL AS is_scoped, -- whether it looked at some locations only
    run.sightings -- different records read
FROM raw.run AS run
JOIN core.latest_run AS latest ON (latest.retailer, latest.source) = (run.retailer, run.source)
LEFT JOIN changed ON (changed.retailer, changed.source) = (run.retailer, run.source)
WHERE run.verdict = 'complete' AND run.started_utc < latest.started_utc
    AND run.started_utc >= coalesce(changed.changed_utc, run.started_utc)
QUALIFY row_number() OVER (PARTITION BY run.retailer, run.source, is_scoped ORDER BY run.started_utc DESC) <= 10
