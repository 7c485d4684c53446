-- What each complete look at the slots found changed, 0 where nothing was.
WITH move AS (
    SELECT m.retailer, m.looked_as, look.looked_utc, m.fell, m.returned_low, m.returned_high
    FROM core.slot_move AS m
    ASOF JOIN core.slot_look AS look
        ON m.retailer = look.retailer AND m.looked_as = look.looked_as AND m.seen_at_utc >= look.looked_utc
)
SELECT
    look.retailer, -- the declaration's stem
    look.looked_utc AS seen_at_utc, -- before the look's first answer
    coalesce(sum(fell), 0)::DOUBLE AS fell, -- places that went
    coalesce(sum(returned_low), 0)::DOUBLE AS returned_low, -- the fewest that customers gave back
    coalesce(sum(returned_high), 0)::DOUBLE AS returned_high, -- the most that customers gave back
    epoch(any_value(hold)) / 60 AS hold_minutes -- how long a hold lasts
FROM core.slot_look AS look
JOIN core.slot_rule USING (retailer)
LEFT JOIN move
    ON (move.retailer, move.looked_as, move.looked_utc) = (look.retailer, look.looked_as, look.looked_utc)
GROUP BY look.retailer, look.looked_utc
ORDER BY look.retailer, look.looked_utc
