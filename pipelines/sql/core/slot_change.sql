-- Changes of slots between two looks; what vanished and came back between them was not seen.
WITH changes AS (
    SELECT
        s.*,
        lag(s.slot_start_utc) OVER in_time IS NULL AS is_first,
        lag(s.present) OVER in_time AS was_present,
        lag(s.places) OVER in_time AS was_places
    FROM raw.slot_state AS s
    SEMI JOIN core.primary_source AS p ON p.kind = 'slots' AND (p.retailer, p.source) = (s.retailer, s.source)
    WINDOW in_time AS (
        PARTITION BY s.retailer, s.source, s.location_ref, s.service, s.slot_start_utc, s.slot_end_utc
        ORDER BY s.seen_at_utc
    )
)
SELECT
    retailer, -- the declaration's stem
    retailer || ':' || location_ref AS location_id, -- ours
    slot_start_utc, -- its beginning
    CASE
        WHEN is_first THEN 'offered'
        WHEN NOT present THEN 'withdrawn'
        WHEN NOT was_present THEN 'offered again'
        WHEN places < was_places THEN 'taken'
        WHEN places > was_places THEN 'returned'
        ELSE status
    END AS change, -- offered, taken, returned, withdrawn, or the new status
    places, -- places left after it; null for not told
    before_utc AS not_before_utc, -- the last look before it; null when nobody looked
    seen_at_utc AS not_after_utc -- the first look after it
FROM changes
