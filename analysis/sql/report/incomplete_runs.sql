-- Why runs were not complete: what did not hold, with how often and when; the latest first.
SELECT
    source, -- the source's name within the retailer
    verdict, -- partial, blocked, empty or error
    verdict_reasons, -- what did not hold, in words
    count(*) AS runs, -- of which this is true
    min(started_utc) AS first_utc, -- the first of them
    max(started_utc) AS last_utc, -- the last of them
    count(*) OVER () AS reasons -- different ones in all, more than are told here
FROM raw.run
WHERE retailer = $retailer AND verdict <> 'complete'
GROUP BY source, verdict, verdict_reasons
ORDER BY last_utc DESC, source, verdict
LIMIT 15
