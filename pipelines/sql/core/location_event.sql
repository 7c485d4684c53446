-- What happened to locations, each between two looks; several things at once are several events. What the first complete run held did not open then: listed_at_start.
WITH complete_run AS (
    SELECT run_id, retailer, source, ended_utc, row_number() OVER (PARTITION BY retailer, source ORDER BY started_utc) AS nth
    FROM raw.run WHERE verdict = 'complete'
),
changes AS (
    SELECT
        s.*,
        lag(s.present) OVER in_time AS was_present,
        lag(s.location_ref) OVER in_time IS NULL AS is_first,
        lag(s.told_ref) OVER in_time AS was_told_ref,
        lag(s.name) OVER in_time AS was_name,
        lag(s.status) OVER in_time AS was_status,
        lag(s.pickup_hours) OVER in_time AS was_hours,
        -- over a hundred metres a place is another one; less is how exactly somebody pointed at a map
        111320 * sqrt(
            (s.lat - lag(s.lat) OVER in_time) ** 2
            + ((s.lon - lag(s.lon) OVER in_time) * cos(radians(s.lat))) ** 2
        ) AS metres,
        list_filter([
            CASE WHEN s.street IS DISTINCT FROM lag(s.street) OVER in_time THEN 'street' END,
            CASE WHEN s.postcode IS DISTINCT FROM lag(s.postcode) OVER in_time THEN 'postcode' END,
            CASE WHEN s.city IS DISTINCT FROM lag(s.city) OVER in_time THEN 'city' END,
            CASE WHEN s.region IS DISTINCT FROM lag(s.region) OVER in_time THEN 'region' END,
            CASE WHEN s.country IS DISTINCT FROM lag(s.country) OVER in_time THEN 'country' END,
            CASE WHEN s.kind IS DISTINCT FROM lag(s.kind) OVER in_time THEN 'kind' END,
            CASE WHEN s.access IS DISTINCT FROM lag(s.access) OVER in_time THEN 'access' END,
            CASE WHEN s.url IS DISTINCT FROM lag(s.url) OVER in_time THEN 'url' END,
            CASE WHEN s.opens_on IS DISTINCT FROM lag(s.opens_on) OVER in_time THEN 'opens_on' END,
            CASE WHEN s.closes_on IS DISTINCT FROM lag(s.closes_on) OVER in_time THEN 'closes_on' END,
            CASE WHEN (s.lat, s.lon) IS DISTINCT FROM (lag(s.lat) OVER in_time, lag(s.lon) OVER in_time) THEN 'coordinates' END
        ], lambda field: field IS NOT NULL) AS fields,
        lead(s.seen_at_utc) OVER in_time AS next_utc
    FROM raw.location_state AS s
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (s.retailer, s.source)
    WINDOW in_time AS (PARTITION BY s.retailer, s.source, s.location_ref ORDER BY s.seen_at_utc)
),
told AS (
    SELECT
        *,
        present AND NOT is_first AS goes_on,
        coalesce(status, 'listed') AS now,
        CASE WHEN is_first THEN 'nothing' ELSE coalesce(was_status, 'listed') END AS before,
        coalesce(metres > 100, FALSE) AS is_moved
    FROM changes
),
several AS (
    SELECT
        retailer, location_ref, before_utc, seen_at_utc, run_id,
        unnest(list_filter([
            CASE WHEN is_first AND before_utc IS NULL
                THEN {'event': 'listed_at_start', 'confidence': 'high', 'basis': 'the first look held it'} END,
            CASE WHEN is_first AND before_utc IS NOT NULL AND now NOT IN ('coming_soon', 'closed')
                THEN {'event': 'opened', 'confidence': 'medium', 'basis': coalesce('first listed; the source says that it opens on ' || opens_on, 'first listed')} END,
            CASE WHEN goes_on AND before = 'coming_soon' AND now NOT IN ('coming_soon', 'closed')
                THEN {'event': 'opened', 'confidence': 'high', 'basis': 'listed as coming soon before'} END,
            CASE WHEN present AND now = 'coming_soon' AND before <> 'coming_soon'
                THEN {'event': 'coming_soon', 'confidence': 'high', 'basis': coalesce(status_reason, 'the source says so')} END,
            CASE WHEN NOT present
                THEN {'event': 'missing', 'confidence': 'high', 'basis': 'a complete run no longer held it'} END,
            CASE WHEN present AND now = 'closed' AND before <> 'closed'
                THEN {'event': 'closed', 'confidence': 'high', 'basis': coalesce(status_reason, 'the source says so')} END,
            CASE WHEN goes_on AND NOT was_present
                THEN {'event': 'reappeared', 'confidence': 'high', 'basis': 'listed again'} END,
            CASE WHEN goes_on AND was_present AND before = 'closed' AND now <> 'closed'
                THEN {'event': 'reappeared', 'confidence': 'high', 'basis': 'listed as closed before'} END,
            CASE WHEN goes_on AND is_moved
                THEN {'event': 'moved', 'confidence': 'high', 'basis': printf('%d m', metres::BIGINT)} END,
            CASE WHEN goes_on AND name IS DISTINCT FROM was_name
                THEN {'event': 'renamed', 'confidence': 'high', 'basis': concat_ws(' ', 'before:', was_name)} END,
            CASE WHEN goes_on AND pickup_hours IS DISTINCT FROM was_hours
                THEN {'event': 'hours_changed', 'confidence': 'high', 'basis': concat_ws(' ', 'before:', was_hours)} END,
            CASE WHEN goes_on AND told_ref <> was_told_ref AND NOT (starts_with(told_ref, 'content:') AND starts_with(was_told_ref, 'content:'))
                THEN {'event': 'ref_changed', 'confidence': 'medium', 'basis': 'before: ' || was_told_ref} END,
            CASE WHEN goes_on AND status IS DISTINCT FROM was_status AND now NOT IN ('coming_soon', 'closed') AND before NOT IN ('coming_soon', 'closed')
                THEN {'event': 'status_changed', 'confidence': 'high', 'basis': 'before: ' || before} END,
            CASE WHEN goes_on AND len(list_filter(fields, lambda field: NOT (is_moved AND field = 'coordinates'))) > 0
                THEN {'event': 'changed', 'confidence': 'high', 'basis': array_to_string(list_filter(fields, lambda field: NOT (is_moved AND field = 'coordinates')), ', ')} END
        ], lambda event: event IS NOT NULL), recursive := TRUE)
    FROM told
),
gone AS (
    -- Three complete runs in a row without it: one may be a list that was being edited.
    SELECT
        c.retailer, c.location_ref, c.before_utc, c.seen_at_utc, third.run_id,
        'closed' AS event, 'medium' AS confidence, 'missing in three complete runs' AS basis
    FROM told AS c
    JOIN complete_run AS first ON first.run_id = c.run_id
    JOIN complete_run AS third ON (third.retailer, third.source, third.nth) = (first.retailer, first.source, first.nth + 2)
        AND (c.next_utc IS NULL OR third.ended_utc < c.next_utc)
    WHERE NOT c.present AND c.before <> 'closed'
)
SELECT
    retailer, -- the declaration's stem
    retailer || ':' || location_ref AS location_id, -- ours
    event, -- listed_at_start, coming_soon, opened, missing, closed, reappeared, moved, renamed, hours_changed, ref_changed, status_changed or changed
    before_utc AS not_before_utc, -- the last look before it; null when nobody looked
    seen_at_utc AS not_after_utc, -- the first look after it
    run_id, -- the run that shows it
    confidence, -- high: seen, or said by the source; medium: concluded
    basis -- from what, in words
FROM (
    SELECT retailer, location_ref, before_utc, seen_at_utc, run_id, event, confidence, basis FROM several
    UNION ALL
    SELECT retailer, location_ref, before_utc, seen_at_utc, run_id, event, confidence, basis FROM gone
)
