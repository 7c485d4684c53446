-- How many places each state of a slot has fewer or more than before, and how many of those that came back customers gave back.
WITH moved AS (
    SELECT
        *,
        places_left - was_left AS quantity,
        coalesce(capacity_moved, 0) - quantity AS gone
    FROM core.slot_told
),
held AS (
    SELECT
        m.*,
        rule.hold,
        rule.release_places,
        rule.many_windows,
        greatest(gone, 0) AS fell,
        greatest(-gone, 0) AS rose,
        count(*) FILTER (gone < 0) OVER (PARTITION BY m.retailer, location_id, seen_at_utc) AS risen_windows,
        -- a hold that is back now was seen to begin at most its length, and the time between two looks, ago
        least(rose, sum(greatest(gone, 0)) OVER lately - sum(greatest(-gone, 0)) OVER lately + rose) AS on_hold
    FROM moved AS m
    JOIN core.slot_rule AS rule USING (retailer)
    WINDOW lately AS (
        PARTITION BY m.retailer, location_id, service, slot_start_utc, slot_end_utc ORDER BY seen_at_utc
        RANGE BETWEEN rule.hold + (seen_at_utc - coalesce(before_utc, seen_at_utc)) PRECEDING AND CURRENT ROW
    )
)
SELECT
    retailer, -- the declaration's stem
    location_id, -- ours
    looked_as, -- whose looks it is seen by: its own identifier, or empty where every run looks at all locations
    service, -- pickup, or the retailer's word
    slot_start_utc, -- its beginning
    slot_end_utc, -- its end
    order_until_utc, -- until when one can order for it, as told or assumed
    status, -- as the state has it
    present, -- false from when a complete run no longer held it
    unexplained, -- vanished with others in so long a time without a look that customers may have taken it
    is_first, -- the slot's first state
    was_present, -- before it
    places, -- places left as the source says; null for not told
    is_counted, -- whether the source tells how many; a window counts as one place where it does not
    capacity, -- places in all; null for not told
    capacity_moved, -- by how many more there are in all; null for not told
    places_left, -- places left; null where the state says nothing of them
    quantity, -- by how many more places are left; null where the state says nothing of them
    fell, -- places that were ordered or put on hold
    rose, -- places that were no longer so
    greatest(on_hold, 0) AS returned_in_time, -- of those that rose, how many had gone within the hold
    capacity IS NULL AND (rose - returned_in_time >= release_places OR (rose > 0 AND risen_windows >= many_windows))
        AS is_release, -- whether it is the shop's doing, where the source tells no capacity
    CASE WHEN is_release THEN 0 WHEN capacity IS NULL THEN returned_in_time ELSE rose END AS returned_low, -- the fewest that customers gave back
    CASE WHEN is_release THEN 0 ELSE rose END AS returned_high, -- the most that customers gave back
    hold, -- within how long a place on hold comes back
    before_utc, -- the last look that did not see this state; null when none looked before
    seen_at_utc, -- the first look that saw it
    until_utc, -- the look that saw the next state; null for the last
    run_id -- the look's run
FROM held
