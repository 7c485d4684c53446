-- When a locator was seen completely, once a day: the last look of the last complete run of each UTC day.
SELECT
    run.retailer, -- the declaration's stem
    max(run.ended_utc) AS snapshot_at -- its last look, UTC
FROM raw.run AS run
SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
WHERE run.verdict = 'complete'
GROUP BY run.retailer, run.started_utc::DATE
