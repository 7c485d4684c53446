-- Stretches of complete runs of a source, or of one of its locations, without one that failed: for these we know that we looked and saw all.
SELECT
    retailer, -- the declaration's stem
    source, -- the source's name within the retailer
    looked_as, -- the location, where runs look at some locations only; empty for all of the source
    min(started_utc) AS first_utc, -- the first complete run's start
    max(started_utc) AS last_utc, -- the last complete run's start
    count(*) AS runs, -- complete runs in it
    max(gap_minutes) AS longest_gap_minutes -- between two of them
FROM (
    SELECT
        retailer, source, looked_as, verdict, started_utc,
        count(*) FILTER (verdict <> 'complete') OVER in_time AS span,
        CASE WHEN lag(verdict) OVER in_time = 'complete'
            THEN date_diff('second', lag(started_utc) OVER in_time, started_utc) / 60 END AS gap_minutes
    FROM core.place_run
    WINDOW in_time AS (PARTITION BY retailer, source, looked_as ORDER BY started_utc)
)
WHERE verdict = 'complete'
GROUP BY retailer, source, looked_as, span
