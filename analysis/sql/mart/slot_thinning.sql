-- How much a slower cadence would have missed, from the looks themselves: only every second, third ... is kept, and what it would have seen go is counted again.
WITH thinning AS (
    SELECT
        retailer,
        median(date_diff('second', before_utc, looked_utc)) / 60 AS gap_minutes,
        unnest([1, 2, 3, 4, 6, 12, 24, 36, 72]) AS every_nth
    FROM core.slot_look GROUP BY retailer HAVING count(*) > 1
),
move AS (
    SELECT m.*, look.number
    FROM core.slot_move AS m
    ASOF JOIN core.slot_look AS look
        ON m.retailer = look.retailer AND m.looked_as = look.looked_as AND m.seen_at_utc >= look.looked_utc
    WHERE m.is_first OR m.fell > 0 OR m.rose > 0
),
kept AS (
    SELECT
        m.retailer, m.looked_as, every_nth, ceil((m.number - 1) / every_nth)::BIGINT * every_nth + 1 AS number,
        -- takings and returns between two looks cancel; what was gone at the first look was not seen to go
        CASE WHEN NOT bool_or(is_first) THEN greatest(sum(fell - rose), 0) ELSE 0 END AS fell,
        max(order_until_utc) AS order_until_utc
    FROM move AS m JOIN thinning USING (retailer)
    GROUP BY
        m.retailer, m.looked_as, every_nth, location_id, service, slot_start_utc, slot_end_utc,
        ceil((m.number - 1) / every_nth)
)
SELECT
    t.retailer, -- the declaration's stem
    every_nth, -- which looks are kept: 1 is every one
    any_value(t.gap_minutes) * every_nth AS minutes, -- between two looks that are kept, usually
    coalesce(sum(kept.fell) FILTER (look.looked_utc < order_until_utc), 0)::BIGINT AS seen_to_go, -- places, while one could order
    seen_to_go / nullif(first_value(seen_to_go) OVER (PARTITION BY t.retailer ORDER BY every_nth), 0) AS seen_share -- of those that all looks saw go
FROM thinning AS t
LEFT JOIN kept USING (retailer, every_nth)
LEFT JOIN core.slot_look AS look
    ON (look.retailer, look.looked_as, look.number) = (t.retailer, kept.looked_as, kept.number)
GROUP BY t.retailer, every_nth
ORDER BY t.retailer, every_nth
