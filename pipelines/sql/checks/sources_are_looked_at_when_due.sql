-- fail: nobody looked for more than twice as long as there should be between two looks, and nobody held it; does the schedule still run?
WITH watched AS (
    SELECT retailer, min(started_utc) AS since_utc FROM raw.run GROUP BY retailer
),
looked AS (
    SELECT retailer, source, max(started_utc) AS last_utc FROM raw.run GROUP BY retailer, source
)
SELECT s.retailer, s.source, looked.last_utc AS last_look_utc, s.every_seconds // 60 AS due_every_minutes
FROM raw.source AS s
JOIN watched ON watched.retailer = s.retailer
LEFT JOIN looked ON (looked.retailer, looked.source) = (s.retailer, s.source)
WHERE date_diff('second', coalesce(looked.last_utc, watched.since_utc), $now_utc::TIMESTAMP) > 2 * s.every_seconds
    AND NOT EXISTS (
        SELECT 1 FROM raw.due_time AS d
        WHERE (d.retailer, d.source) = (s.retailer, s.source) AND d.due_utc > coalesce(looked.last_utc, watched.since_utc)
        HAVING arg_max(d.outcome, d.due_utc) IN ('held', 'paused')
    )
