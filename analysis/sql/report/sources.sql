-- How well each source was watched: runs by verdict, and the longest time without a complete run, up to the data's end.
WITH known AS (
    SELECT source, kind FROM raw.source WHERE retailer = $retailer
    UNION
    SELECT source, kind FROM raw.run WHERE retailer = $retailer
),
data_end AS (
    SELECT max(ended_utc) AS end_utc FROM raw.run WHERE retailer = $retailer
),
complete AS (
    SELECT
        source, started_utc,
        coalesce(lead(started_utc) OVER (PARTITION BY source, looked_as ORDER BY started_utc), end_utc) AS next_utc
    FROM core.place_run, data_end
    WHERE retailer = $retailer AND verdict = 'complete'
),
gap AS (
    SELECT
        source, max(started_utc) AS last_complete_utc,
        max(date_diff('minute', started_utc, next_utc)) AS longest_gap_minutes,
        arg_max(started_utc, (date_diff('minute', started_utc, next_utc), started_utc)) AS longest_gap_from_utc
    FROM complete GROUP BY source
),
verdicts AS (
    SELECT
        source, count(*) AS runs,
        count(*) FILTER (verdict = 'complete') AS complete,
        count(*) FILTER (verdict = 'partial') AS partial,
        count(*) FILTER (verdict = 'blocked') AS blocked,
        count(*) FILTER (verdict = 'empty') AS empty,
        count(*) FILTER (verdict = 'error') AS error
    FROM raw.run WHERE retailer = $retailer GROUP BY source
)
SELECT
    known.source, -- the source's name within the retailer
    known.kind, -- locations, slots, prices, invoices or attention
    s.every_seconds // 60 AS every_minutes, -- how often it is looked at; null when it is no longer declared
    s.every_seconds // 86400 >= 36525 AS only_imported, -- nobody is asked for it; null when it is no longer declared
    coalesce(v.runs, 0) AS runs, -- executions
    coalesce(v.complete, 0) AS complete, -- of them
    coalesce(v.partial, 0) AS partial, -- of them
    coalesce(v.blocked, 0) AS blocked, -- of them
    coalesce(v.empty, 0) AS empty, -- of them
    coalesce(v.error, 0) AS error, -- of them
    gap.last_complete_utc, -- when the last complete run began; null when there is none
    gap.longest_gap_minutes, -- between the beginnings of two complete runs, or to the data's end; of any one location where runs look at some of them
    gap.longest_gap_from_utc, -- when it began
    coalesce(date_diff('second', gap.last_complete_utc, data_end.end_utc) > 2 * s.every_seconds, FALSE) AS late -- two looks are missing
FROM known
CROSS JOIN data_end
LEFT JOIN raw.source AS s ON s.retailer = $retailer AND s.source = known.source
LEFT JOIN verdicts AS v ON v.source = known.source
LEFT JOIN gap ON gap.source = known.source
ORDER BY s.position NULLS LAST, known.source
