-- What happened to locations, each between two looks. What the first complete run held did not open then: listed_at_start.
WITH changes AS (
    SELECT
        s.*,
        lag(s.present) OVER in_time AS was_present,
        lag(s.location_ref) OVER in_time IS NULL AS is_first,
        lag(s.lat) OVER in_time AS was_lat,
        lag(s.lon) OVER in_time AS was_lon,
        lag(s.name) OVER in_time AS was_name,
        lag(s.status) OVER in_time AS was_status,
        lag(s.pickup_hours) OVER in_time AS was_hours
    FROM raw.location_state AS s
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (s.retailer, s.source)
    WINDOW in_time AS (PARTITION BY s.retailer, s.source, s.location_ref ORDER BY s.seen_at_utc)
)
SELECT
    retailer, -- the declaration's stem
    retailer || ':' || location_ref AS location_id, -- ours
    CASE
        WHEN is_first AND before_utc IS NULL THEN 'listed_at_start'
        WHEN is_first THEN 'opened'
        WHEN NOT present THEN 'missing'
        WHEN NOT was_present THEN 'reappeared'
        WHEN (lat, lon) IS DISTINCT FROM (was_lat, was_lon) THEN 'moved'
        WHEN name IS DISTINCT FROM was_name THEN 'renamed'
        WHEN pickup_hours IS DISTINCT FROM was_hours THEN 'hours_changed'
        WHEN status IS DISTINCT FROM was_status THEN 'status_changed'
        ELSE 'changed'
    END AS event, -- what happened
    before_utc AS not_before_utc, -- the last look before it; null when nobody looked
    seen_at_utc AS not_after_utc, -- the first look after it
    run_id -- that look's run
FROM changes
