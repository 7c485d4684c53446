-- Each state of a location beside the one before it.
SELECT
    s.retailer, -- the declaration's stem
    s.source, -- where it was seen
    s.location_ref, -- the first identifier that the source gave the place
    s.before_utc, -- the last look that did not see this state; null when none looked before
    s.seen_at_utc, -- the first look that saw it
    lead(s.seen_at_utc) OVER in_time AS next_utc, -- the first look that saw the next state; null while it lasts
    s.run_id, -- the run that saw it first
    lag(s.location_ref) OVER in_time IS NULL AS is_first, -- whether nothing was known of it before
    s.present, -- whether the locator held it
    lag(s.present) OVER in_time AS was_present, -- and before
    s.told_ref, -- the identifier that the source gives it
    lag(s.told_ref) OVER in_time AS was_told_ref, -- and before
    s.name, -- as shown
    lag(s.name) OVER in_time AS was_name, -- and before
    coalesce(s.status, 'listed') AS status, -- as the source says, or just listed
    CASE WHEN lag(s.location_ref) OVER in_time IS NOT NULL
        THEN coalesce(lag(s.status) OVER in_time, 'listed') END AS was_status, -- and before
    s.status_reason, -- what the status follows from
    s.opens_on, -- from which day, as the source says
    NOT s.present AND coalesce(s.closes_on <= s.seen_at_utc::DATE, FALSE) AS has_closed, -- whether it is gone, and its day of closing past
    s.closes_on, -- from which day it is no longer there, as the source says
    s.pickup_hours, -- OSM opening_hours syntax
    lag(s.pickup_hours) OVER in_time AS was_pickup_hours, -- and before
    111320 * sqrt(
        (s.lat - lag(s.lat) OVER in_time) ** 2 + ((s.lon - lag(s.lon) OVER in_time) * cos(radians(s.lat))) ** 2
    ) AS metres, -- how far from where it was before
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
        CASE WHEN s.lat IS DISTINCT FROM lag(s.lat) OVER in_time THEN 'lat' END,
        CASE WHEN s.lon IS DISTINCT FROM lag(s.lon) OVER in_time THEN 'lon' END
    ], lambda field: field IS NOT NULL) AS other_fields -- what else is told differently
FROM raw.location_state AS s
SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (s.retailer, s.source)
WINDOW in_time AS (PARTITION BY s.retailer, s.source, s.location_ref ORDER BY s.seen_at_utc)
