-- Why runs were not complete: each reason with how often and when; the latest first.
WITH reason AS (
    SELECT source, verdict, started_utc, unnest(verdict_reasons) AS reason
    FROM raw.run
    WHERE retailer = $retailer AND verdict <> 'complete'
)
SELECT
    source, -- the source's name within the retailer
    verdict, -- partial, blocked, empty or error
    reason, -- in words
    count(*) AS runs, -- with this reason
    min(started_utc) AS first_utc, -- the first of them
    max(started_utc) AS last_utc, -- the last of them
    count(*) OVER () AS reasons -- different ones in all, more than are told here
FROM reason
GROUP BY source, verdict, reason
ORDER BY last_utc DESC, source, reason
LIMIT 15
