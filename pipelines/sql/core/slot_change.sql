-- Changes of slots between two looks, each with its class by rule; what vanished and came back between them was not seen.
SELECT
    retailer, -- the declaration's stem
    location_id, -- ours
    service, -- pickup, or the retailer's word
    slot_start_utc, -- its beginning
    slot_end_utc, -- its end
    CASE
        WHEN is_first THEN 'offered'
        WHEN NOT present THEN 'withdrawn'
        WHEN NOT was_present THEN 'offered again'
        WHEN quantity < 0 THEN 'taken'
        WHEN quantity > 0 THEN 'returned'
        ELSE status
    END AS change, -- as it looks: offered, taken, returned, withdrawn, offered again, or the new status
    CASE
        WHEN is_first THEN 'offered'
        WHEN seen_at_utc - before_utc > hold THEN 'gap'
        WHEN places_left IS NULL AND (seen_at_utc >= order_until_utc OR status = 'past_cutoff') THEN 'expired'
        WHEN places_left IS NULL AND NOT present THEN 'withdrawn'
        WHEN fell > 0 THEN 'taken'
        WHEN rose > 0 AND (is_release OR (capacity IS NULL AND returned_in_time = 0)) THEN 'released'
        WHEN rose > 0 THEN if(returned_in_time > 0, 'returned', 'returned late')
        WHEN capacity_moved > 0 THEN 'released'
        WHEN capacity_moved < 0 THEN 'withdrawn'
        ELSE status
    END AS class, -- offered, taken, returned (within the hold), returned late, released, expired (at the cut-off), withdrawn, gap (nobody looked for longer than a hold), or the new status
    quantity, -- by how many more places are left; null where the source does not say
    fell, -- places that were ordered or put on hold
    returned_low, -- the fewest places that customers gave back
    returned_high, -- the most places that customers gave back
    places, -- places left after it; null for not told
    capacity, -- places in all; null for not told
    before_utc AS not_before_utc, -- the last look before it; null when nobody looked
    seen_at_utc AS not_after_utc, -- the first look after it
    rule_version, -- of the rules in core.slot_rule
    run_id -- the look's run
FROM core.slot_move
JOIN core.slot_rule USING (retailer, hold)
