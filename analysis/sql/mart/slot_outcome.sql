-- What became of each slot until the last complete look at its location: places gone, how many of them may be on hold, and for how long nobody could see it.
WITH told AS (
    SELECT
        *,
        max(seen_at_utc) FILTER (places_left IS NOT NULL) OVER slot AS told_utc,
        arg_max(order_until_utc, seen_at_utc) OVER slot AS closes_utc
    FROM core.slot_move
    WINDOW slot AS (PARTITION BY retailer, location_id, service, slot_start_utc, slot_end_utc)
),
slot AS (
    SELECT
        retailer, location_id, looked_as, service, slot_start_utc, slot_end_utc, told_utc, closes_utc, hold,
        min(seen_at_utc) AS first_utc,
        bool_or(is_first AND before_utc IS NULL) AS left_censored,
        bool_and(is_counted) FILTER (places_left IS NOT NULL) AS is_counted,
        arg_max(capacity, seen_at_utc) FILTER (places_left IS NOT NULL) AS capacity,
        arg_max(places_left, seen_at_utc) FILTER (places_left IS NOT NULL) AS places_left,
        coalesce(arg_min(capacity - places_left, seen_at_utc) FILTER (places_left IS NOT NULL), 0) AS gone_at_first,
        coalesce(sum(fell), 0) AS fell,
        coalesce(sum(returned_low), 0) AS returned_low,
        coalesce(sum(returned_high), 0) AS returned_high,
        coalesce(bool_or(unexplained) FILTER (seen_at_utc > told_utc), FALSE) AS unexplained,
        min(before_utc) FILTER (seen_at_utc > told_utc) AS silent_after_utc,
        min(seen_at_utc) FILTER (seen_at_utc > told_utc) AS silent_utc,
        list({'at_utc': seen_at_utc, 'places': fell}) FILTER (fell > 0) AS falls,
        list({'from_utc': seen_at_utc, 'to_utc': until_utc}) FILTER (places_left > 0) AS open
    FROM told
    WHERE told_utc IS NOT NULL
    GROUP BY
        retailer, location_id, looked_as, service, slot_start_utc, slot_end_utc, told_utc, closes_utc, hold
),
seen AS (
    SELECT
        slot.*,
        greatest(told_utc, look.looked_utc) AS last_utc,
        least(closes_utc, look.newest_utc, silent_utc) AS end_utc
    FROM slot
    ASOF JOIN core.slot_look AS look
        ON slot.retailer = look.retailer AND slot.looked_as = look.looked_as
        AND coalesce(silent_after_utc, slot_start_utc) >= look.looked_utc
),
summed AS (
    SELECT
        *,
        gone_at_first * (first_utc > last_utc - hold)::INTEGER
            + coalesce(list_sum([f.places FOR f IN falls IF f.at_utc > last_utc - hold]), 0) AS on_hold,
        greatest(gone_at_first + fell - returned_high, 0) AS gone_low,
        greatest(gone_at_first + fell - returned_low, 0) AS gone_high,
        coalesce(list_sum([
            greatest(date_diff('second', o.from_utc, least(coalesce(o.to_utc, last_utc), end_utc)), 0) FOR o IN open
        ]), 0) AS open_seconds
    FROM seen
),
pace AS (
    -- drawn to the retailer's mean with the weight of one place; whole seconds, which add up the same in any order
    SELECT
        retailer, location_id,
        60 * (sum(fell) + 1)
            / (sum(open_seconds) + greatest(sum(sum(open_seconds)) OVER mean, 60) / greatest(sum(sum(fell)) OVER mean, 1))
            AS places_a_minute,
        coalesce(sum(sum(least(returned_low, fell))) OVER mean / nullif(sum(sum(fell)) OVER mean, 0), 0) AS returned_share
    FROM summed
    GROUP BY retailer, location_id
    WINDOW mean AS (PARTITION BY retailer)
)
SELECT
    retailer, -- the declaration's stem
    location_id, -- ours
    looked_as, -- whose looks it is seen by: its own identifier, or empty where every run looks at all locations
    service, -- pickup, or the retailer's word
    slot_start_utc, -- its beginning
    slot_end_utc, -- its end
    capacity, -- places in all at the last look; null for not told
    is_counted, -- whether the source tells how many places are left; a window counts as one place where it does not
    is_counted AND (capacity IS NOT NULL OR NOT left_censored) AS is_bounded, -- whether all that was taken can have been seen
    fell, -- places that went, those that came back with them
    least(returned_low, fell) AS returned, -- places that customers gave back
    gone_low, -- places gone at the last look, at least
    gone_high, -- places gone at the last look, at most: some of those that came back may have been new ones
    least(on_hold, gone_low) AS on_hold, -- of these, how many went so late that they may come back
    places_left, -- at the last look
    CASE WHEN unexplained THEN places_left ELSE 0 END AS unexplained, -- of these, how many vanished in so long a time without a look that customers may have taken them
    open_seconds / 60 AS open_minutes, -- for how long one could order for it and we knew how many places were left
    CASE WHEN places_left > 0 THEN greatest(date_diff('second', last_utc, end_utc), 0) / 60 ELSE 0 END AS unseen_minutes, -- for how long one could still order after our last look at it
    first_utc, -- the look that saw it first
    last_utc, -- the last look at it
    end_utc, -- until when one could order for it, as far as we looked
    places_a_minute, -- how fast the slots of its location fill, each while it is open
    returned_share -- of the retailer's places that went, how many came back
FROM summed
JOIN pace USING (retailer, location_id)
