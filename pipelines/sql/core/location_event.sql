-- What happened to locations, each between two looks; several things at once are several events. What the first complete run held did not open then: listed_at_start.
WITH told AS (
    SELECT
        * EXCLUDE (other_fields),
        present AND NOT is_first AS goes_on,
        -- over a hundred metres it is another spot; less is how exactly somebody pointed at a map
        coalesce(metres > 100, FALSE) AS has_moved,
        array_to_string(
            list_filter(other_fields, lambda field: NOT (coalesce(metres > 100, FALSE) AND field IN ('lat', 'lon'))), ', '
        ) AS other_fields
    FROM core.location_change
),
happened AS (
    SELECT *, 'listed_at_start' AS event, 'high' AS confidence, 'the first look held it' AS basis
    FROM told WHERE is_first AND before_utc IS NULL
    UNION ALL
    SELECT *, 'coming_soon', 'high', coalesce(status_reason, 'the source says so')
    FROM told WHERE present AND status = 'coming_soon' AND was_status IS DISTINCT FROM 'coming_soon'
    UNION ALL
    SELECT *, 'opened', 'medium', concat_ws('; ', 'first listed', 'the source says that it opens on ' || opens_on)
    FROM told WHERE is_first AND before_utc IS NOT NULL AND status NOT IN ('coming_soon', 'closed')
    UNION ALL
    SELECT *, 'opened', 'high', 'listed as coming soon before'
    FROM told WHERE goes_on AND was_status = 'coming_soon' AND status NOT IN ('coming_soon', 'closed')
    UNION ALL
    SELECT *, 'missing', 'high', 'a complete run no longer held it'
    FROM told WHERE NOT present
    UNION ALL
    SELECT *, 'closed', 'high', coalesce(status_reason, 'the source says so')
    FROM told WHERE present AND status = 'closed' AND was_status IS DISTINCT FROM 'closed'
    UNION ALL
    SELECT *, 'closed', 'high', 'the source said that it closes on ' || closes_on
    FROM told WHERE has_closed AND was_status <> 'closed'
    UNION ALL
    SELECT *, 'reappeared', 'high', 'listed again'
    FROM told WHERE goes_on AND NOT was_present
    UNION ALL
    SELECT *, 'reappeared', 'high', 'listed as closed before'
    FROM told WHERE goes_on AND was_present AND was_status = 'closed' AND status <> 'closed'
    UNION ALL
    SELECT *, 'moved', 'high', printf('%d m', metres::BIGINT)
    FROM told WHERE goes_on AND has_moved
    UNION ALL
    SELECT *, 'renamed', 'high', concat_ws(' ', 'before:', was_name)
    FROM told WHERE goes_on AND name IS DISTINCT FROM was_name
    UNION ALL
    SELECT *, 'hours_changed', 'high', concat_ws(' ', 'before:', was_pickup_hours)
    FROM told WHERE goes_on AND pickup_hours IS DISTINCT FROM was_pickup_hours
    UNION ALL
    SELECT *, 'ref_changed', 'medium', 'before: ' || was_told_ref
    FROM told WHERE goes_on AND told_ref <> was_told_ref
        AND NOT (starts_with(told_ref, 'content:') AND starts_with(was_told_ref, 'content:'))
    UNION ALL
    SELECT *, 'status_changed', 'high', 'before: ' || was_status
    FROM told WHERE goes_on AND status <> was_status
        AND status NOT IN ('coming_soon', 'closed') AND was_status NOT IN ('coming_soon', 'closed')
    UNION ALL
    SELECT *, 'changed', 'high', other_fields
    FROM told WHERE goes_on AND other_fields <> ''
)
SELECT
    retailer, -- the declaration's stem
    retailer || ':' || location_ref AS location_id, -- ours
    event, -- listed_at_start, coming_soon, opened, missing, closed, reappeared, moved, renamed, hours_changed, ref_changed, status_changed or changed
    before_utc AS not_before_utc, -- the last look before it; null when nobody looked
    seen_at_utc AS not_after_utc, -- the first look after it
    run_id, -- the run that shows it
    confidence, -- high: seen, or said by the source; medium: concluded from what was seen
    basis -- from what, in words
FROM (
    SELECT retailer, location_ref, before_utc, seen_at_utc, run_id, event, confidence, basis FROM happened
    UNION ALL
    SELECT retailer, location_ref, before_utc, seen_at_utc, run_id, 'closed', 'medium', 'missing in three complete runs'
    FROM core.location_closure
)
