-- What each look at the slots found changed while one could order, 0 where nothing was.
SELECT
    retailer, -- the declaration's stem
    seen_at_utc, -- of the look
    sum(fell)::DOUBLE AS fell, -- places that went
    sum(returned_low)::DOUBLE AS returned_low, -- the fewest that customers gave back
    sum(returned_high)::DOUBLE AS returned_high, -- the most that customers gave back
    epoch(any_value(hold)) / 60 AS hold_minutes -- how long a hold lasts
FROM (
    SELECT retailer, seen_at_utc, fell, returned_low, returned_high FROM core.slot_move
    UNION ALL
    SELECT retailer, looked_utc, 0, 0, 0 FROM core.slot_look
)
JOIN core.slot_rule USING (retailer)
GROUP BY retailer, seen_at_utc
ORDER BY retailer, seen_at_utc
