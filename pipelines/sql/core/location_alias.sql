-- Every identifier under which a source listed a location.
WITH last_check AS (
    SELECT retailer, source, max(started_utc) AS checked_utc FROM raw.run WHERE verdict = 'complete' GROUP BY ALL
),
spell AS (
    SELECT
        *, lead(before_utc) OVER in_time AS until_utc, lead(seen_at_utc) OVER in_time IS NULL AS lasts
    FROM raw.location_state
    WINDOW in_time AS (PARTITION BY retailer, source, location_ref ORDER BY seen_at_utc)
)
SELECT
    s.retailer, -- the declaration's stem
    s.source AS system, -- whose identifier it is: the source's name within the retailer
    s.told_ref AS value, -- as the source writes it
    s.retailer || ':' || s.location_ref AS location_id, -- ours
    min(s.seen_at_utc) AS first_seen_utc, -- the first look that saw it
    max(CASE WHEN s.lasts THEN greatest(s.seen_at_utc, c.checked_utc) ELSE greatest(s.seen_at_utc, s.until_utc) END) AS last_seen_utc -- the last that did
FROM spell AS s
LEFT JOIN last_check AS c USING (retailer, source)
WHERE s.present
GROUP BY s.retailer, s.source, s.told_ref, s.location_ref
