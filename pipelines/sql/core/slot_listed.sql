-- States of slots under the places they are of: that an identifier was changed is the end of no slot.
WITH entry AS (
    SELECT s.* EXCLUDE (location_ref), s.location_ref AS told_ref, p.location_ref, p.is_renamed, p.last_utc
    FROM raw.slot_state AS s
    JOIN core.slot_place AS p ON (p.retailer, p.source, p.told_ref) = (s.retailer, s.source, s.location_ref)
)
SELECT
    retailer, -- the declaration's stem
    source, -- the source's name within the retailer
    location_ref, -- the place's, as in location_id
    told_ref, -- the identifier that the source gave it then
    slot_ref, -- the source's own identifier of the slot; null for not told
    service, -- pickup, or the retailer's word
    slot_start_utc, -- its beginning
    slot_end_utc, -- its end
    status, -- free, full, closed, past_cutoff or not_offered
    places, -- places left; null for not told
    capacity, -- places in all; null for not told
    cutoff_utc, -- until when one can order for it
    present, -- false from when a complete run no longer held it
    before_utc, -- the last look that did not see this state; null when none looked before
    seen_at_utc, -- the first look that saw it
    run_id -- that look's run
FROM entry AS e
ANTI JOIN (FROM entry WHERE is_renamed AND present) AS later
    ON NOT e.present
    AND (later.retailer, later.source, later.location_ref) = (e.retailer, e.source, e.location_ref)
    AND (later.service, later.slot_start_utc, later.slot_end_utc) = (e.service, e.slot_start_utc, e.slot_end_utc)
    AND later.told_ref <> e.told_ref AND later.seen_at_utc > e.last_utc AND later.seen_at_utc <= e.seen_at_utc
