-- When the locator was seen completely: the last complete run of each day.
SELECT
    run.retailer, -- the declaration's stem
    max(run.ended_utc) AS snapshot_at -- its last look
FROM raw.run AS run
SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
WHERE run.verdict = 'complete'
GROUP BY run.retailer, run.started_utc::DATE
ORDER BY ALL
