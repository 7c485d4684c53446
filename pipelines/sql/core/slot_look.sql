-- Complete looks at the slots, one after the other: of all locations together, or of each where runs look at some of them only.
SELECT
    run.retailer, -- the declaration's stem
    run.looked_as, -- the location's own identifier; empty where every run looks at all of them
    run.started_utc AS looked_utc, -- before its first answer
    timezone(r.timezone, timezone('UTC', run.started_utc))::DATE AS local_date, -- in the retailer's zone
    row_number() OVER in_time AS number, -- 1 is the first
    lag(run.started_utc) OVER in_time AS before_utc, -- the complete look before; null for the first
    max(run.started_utc) OVER (PARTITION BY run.retailer, run.looked_as) AS newest_utc -- the last of all
FROM core.place_run AS run
JOIN raw.retailer AS r USING (retailer)
SEMI JOIN core.primary_source AS p ON p.kind = 'slots' AND (p.retailer, p.source) = (run.retailer, run.source)
WHERE run.verdict = 'complete'
WINDOW in_time AS (PARTITION BY run.retailer, run.looked_as ORDER BY run.started_utc)
