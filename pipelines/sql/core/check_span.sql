-- Stretches of complete runs of a source without one that failed: for these we know that we looked and saw all.
SELECT
    retailer, -- the declaration's stem
    source, -- the source's name within the retailer
    min(started_utc) AS first_utc, -- the first complete run's start
    max(started_utc) AS last_utc, -- the last complete run's start
    count(*) AS runs, -- complete runs in it
    max(gap_minutes) AS longest_gap_minutes -- between two of them
FROM (
    SELECT
        retailer, source, verdict, started_utc,
        count(*) FILTER (verdict <> 'complete') OVER in_time AS span,
        CASE WHEN lag(verdict) OVER in_time = 'complete'
            THEN date_diff('second', lag(started_utc) OVER in_time, started_utc) / 60 END AS gap_minutes
    FROM raw.run
    WINDOW in_time AS (PARTITION BY retailer, source ORDER BY started_utc)
)
WHERE verdict = 'complete'
GROUP BY retailer, source, span
