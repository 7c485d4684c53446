-- How long an entry of the locator was in one state, as far as our looks can tell.
SELECT
    s.retailer, -- the declaration's stem
    s.retailer || ':' || s.location_ref AS location_id, -- ours
    s.present AS listed, -- whether the locator held it
    s.present AND s.status IS DISTINCT FROM 'no_pickup_time' AND s.status IS DISTINCT FROM 'coming_soon'
        AND s.status IS DISTINCT FROM 'closed' AS bookable, -- listed, with a pick-up time
    s.present AND s.access IS DISTINCT FROM 'internal' AS public, -- listed, and not for company or campus use
    s.status IS NOT NULL OR s.pickup_hours IS NOT NULL AS times_told, -- whether the source speaks of pick-up times
    coalesce(s.country, r.country) AS country, -- ISO 3166 alpha-2
    s.pickup_weekdays, -- on how many weekdays one can pick up
    s.pickup_hours_week, -- hours a week in which one can pick up
    s.before_utc AS from_not_before_utc, -- it was not yet so; null when nobody looked before
    s.seen_at_utc AS from_not_after_utc, -- it was so
    lead(s.before_utc) OVER in_time AS to_not_before_utc, -- it was still so; null while it lasts
    lead(s.seen_at_utc) OVER in_time AS to_not_after_utc, -- it was no longer so; null while it lasts
    s.capture_id -- SHA-256 of the archived answer that showed it
FROM raw.location_state AS s
SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (s.retailer, s.source)
JOIN raw.retailer AS r ON r.retailer = s.retailer
WINDOW in_time AS (PARTITION BY s.retailer, s.source, s.location_ref ORDER BY s.seen_at_utc)
