-- When the locator was seen completely, once a day: the last complete run of each day.
SELECT run.retailer, max(run.ended_utc) AS snapshot_at
FROM raw.run AS run
SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
WHERE run.verdict = 'complete'
GROUP BY run.retailer, run.started_utc::DATE
ORDER BY ALL
