-- What each state of a slot says of its places, beside the last state that said something.
WITH state AS (
    SELECT
        s.*,
        coalesce(place.location_ref, '') AS looked_as,
        coalesce(s.cutoff_utc, s.slot_start_utc - rule.cutoff) AS order_until_utc,
        NOT s.present AND s.seen_at_utc < order_until_utc
            AND count(*) FILTER (NOT s.present) OVER (PARTITION BY s.retailer, s.location_ref, s.seen_at_utc)
            >= rule.many_windows AS withdrawn,
        withdrawn AND NOT habit.shows_full AND s.seen_at_utc - s.before_utc > rule.hold AS unexplained,
        CASE
            WHEN NOT s.present THEN CASE WHEN NOT habit.shows_full AND NOT withdrawn THEN 0 END
            WHEN s.status = 'full' THEN coalesce(s.places, 0)
            WHEN s.status = 'free' THEN coalesce(s.places, 1)
            WHEN s.status = 'past_cutoff' THEN s.places
        END AS said,
        CASE WHEN said > 0 OR habit.tells_after_cutoff OR s.seen_at_utc < order_until_utc THEN said END AS places_left
    FROM core.slot_listed AS s
    JOIN core.slot_rule AS rule USING (retailer)
    JOIN core.slot_habit AS habit USING (retailer, source)
    LEFT JOIN core.scoped_place AS place USING (retailer, source, location_ref)
    SEMI JOIN core.primary_source AS p ON p.kind = 'slots' AND (p.retailer, p.source) = (s.retailer, s.source)
),
beside AS (
    SELECT
        *,
        lag(slot_start_utc) OVER in_time IS NULL AS is_first,
        lag(present) OVER in_time AS was_present,
        lead(seen_at_utc) OVER in_time AS until_utc,
        last_value(places_left IGNORE NULLS) OVER before AS was_left,
        last_value(CASE WHEN places_left IS NOT NULL THEN capacity END IGNORE NULLS) OVER before AS was_capacity
    FROM state
    WINDOW
        in_time AS (
            PARTITION BY retailer, location_ref, service, slot_start_utc, slot_end_utc ORDER BY seen_at_utc
        ),
        before AS (
            PARTITION BY retailer, location_ref, service, slot_start_utc, slot_end_utc ORDER BY seen_at_utc
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
)
SELECT
    retailer, -- the declaration's stem
    retailer || ':' || location_ref AS location_id, -- ours
    looked_as, -- whose looks it is seen by: its own identifier, or empty where every run looks at all locations
    service, -- pickup, or the retailer's word
    slot_start_utc, -- its beginning
    slot_end_utc, -- its end
    order_until_utc, -- until when one can order for it, as told or assumed
    status, -- as the state has it
    present, -- false from when a complete run no longer held it
    withdrawn, -- vanished together with other windows of the place, while one could order
    unexplained, -- so, where full windows are never shown and nobody looked for longer than a hold: customers may have taken them all
    is_first, -- the slot's first state
    was_present, -- before it
    places, -- places left as the source says; null for not told
    places IS NOT NULL AS is_counted, -- whether the source tells how many; a window counts as one place where it does not
    capacity, -- places in all; null for not told
    places_left, -- places left; null where the state says nothing of them
    was_left, -- what the last state that said something said; null for the first
    capacity - was_capacity AS capacity_moved, -- by how many more there are in all; null for not told
    before_utc, -- the last look that did not see this state; null when none looked before
    seen_at_utc, -- the first look that saw it
    until_utc, -- the look that saw the next state; null for the last
    run_id -- the look's run
FROM beside
