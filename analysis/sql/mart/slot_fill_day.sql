-- Places of pick-up slots by location and local day of the slot, as the looks saw them; holds count as taken until returned.
WITH state AS (
    SELECT s.*, timezone(r.timezone, timezone('UTC', s.slot_start_utc))::DATE AS local_date
    FROM raw.slot_state AS s
    JOIN raw.retailer AS r USING (retailer)
    SEMI JOIN core.primary_source AS p ON p.kind = 'slots' AND (p.retailer, p.source) = (s.retailer, s.source)
    WHERE s.seen_at_utc <= s.slot_start_utc
),
slot AS (
    SELECT
        retailer, location_ref, local_date, slot_start_utc,
        arg_max(capacity, seen_at_utc) AS capacity,
        arg_min(places, seen_at_utc) AS first_places,
        arg_max(places, seen_at_utc) AS last_places,
        max(date_diff('minute', before_utc, seen_at_utc)) AS gap_minutes
    FROM state GROUP BY retailer, location_ref, local_date, service, slot_start_utc, slot_end_utc
)
SELECT
    retailer, -- the declaration's stem
    retailer || ':' || location_ref AS location_id, -- ours
    local_date, -- of the slot, in the retailer's zone
    sum(capacity) AS offered, -- places in all; null for not told
    sum(greatest(first_places - last_places, 0)) AS taken_low, -- fewer places at the last look than at the first
    sum(capacity) AS taken_high, -- after the last look all that was left could still go
    sum(capacity - last_places) / nullif(sum(capacity), 0) AS fill_share, -- places gone at the last look, holds among them
    max(gap_minutes) AS longest_gap_minutes -- between two looks around a change
FROM slot
GROUP BY retailer, location_ref, local_date
