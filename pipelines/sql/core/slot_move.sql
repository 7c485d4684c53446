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
    * EXCLUDE (gone, on_hold, risen_windows, release_places, many_windows),
    greatest(on_hold, 0) AS returned_in_time, -- of those that rose, how many had gone within the hold
    capacity IS NULL AND (rose - returned_in_time >= release_places OR (rose > 0 AND risen_windows >= many_windows))
        AS is_release, -- whether it is the shop's doing, where the source tells no capacity
    CASE WHEN is_release THEN 0 WHEN capacity IS NULL THEN returned_in_time ELSE rose END AS returned_low, -- the fewest that customers gave back
    CASE WHEN is_release THEN 0 ELSE rose END AS returned_high -- the most that customers gave back
FROM held
