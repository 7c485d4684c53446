-- What sources call their slots: the identifiers under which each was seen, beside what tells it from others here.
SELECT
    retailer, -- the declaration's stem
    source, -- the source's name within the retailer
    slot_ref, -- the source's own identifier
    retailer || ':' || location_ref AS location_id, -- ours
    service, -- pickup, or the retailer's word
    slot_start_utc, -- its beginning
    slot_end_utc, -- its end
    min(seen_at_utc) AS first_seen_utc, -- the first state under this identifier
    max(seen_at_utc) AS last_seen_utc -- the last one: states are kept when something else changes, too
FROM core.slot_listed
WHERE slot_ref IS NOT NULL
GROUP BY retailer, source, slot_ref, location_ref, service, slot_start_utc, slot_end_utc
