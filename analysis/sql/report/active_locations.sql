-- Locations at the last complete look of each day, from the first to the last; a day without one is unobserved.
WITH looked AS (
    SELECT
        timezone(r.timezone, timezone('UTC', run.started_utc))::DATE AS local_date,
        any_value(s.every_seconds) AS every_seconds
    FROM raw.run AS run
    JOIN raw.retailer AS r USING (retailer)
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
    JOIN raw.source AS s USING (retailer, source)
    WHERE run.retailer = $retailer AND run.verdict = 'complete'
    GROUP BY ALL
),
day AS (
    SELECT unnest(generate_series(min(local_date), max(local_date), INTERVAL 1 DAY))::DATE AS local_date FROM looked
),
seen AS (
    SELECT
        local_date, sum(listed) AS listed, sum(with_pickup_time) AS with_pickup_time,
        sum(publicly_selectable) AS publicly_selectable
    FROM mart.locator_funnel WHERE retailer = $retailer GROUP BY local_date
)
SELECT
    day.local_date, -- in the retailer's zone
    looked.local_date IS NOT NULL AS observed, -- whether a complete run looked on this day
    CASE WHEN looked.local_date IS NOT NULL THEN coalesce(seen.listed, 0) END::BIGINT AS listed, -- null for not looked
    CASE WHEN looked.local_date IS NOT NULL THEN CASE WHEN seen.listed IS NULL THEN 0 ELSE seen.with_pickup_time END END::BIGINT AS with_pickup_time, -- null for not looked or not told
    CASE WHEN looked.local_date IS NOT NULL THEN coalesce(seen.publicly_selectable, 0) END::BIGINT AS publicly_selectable, -- null for not looked
    ceil(any_value(looked.every_seconds) OVER () / 86400)::INTEGER AS every_days -- how often it is to be looked at
FROM day
LEFT JOIN looked USING (local_date)
LEFT JOIN seen USING (local_date)
ORDER BY day.local_date
