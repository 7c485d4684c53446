-- What the rules about slots take for granted, by retailer: declared where the declaration says so.
SELECT
    r.retailer, -- the declaration's stem
    to_minutes(coalesce(max(a.low) FILTER (a.name = 'hold_minutes'), 120)::BIGINT) AS hold, -- a place in a basket that is not ordered comes back within it
    to_minutes(coalesce(max(a.low) FILTER (a.name = 'cutoff_minutes'), 120)::BIGINT) AS cutoff, -- so long before a slot one can still order for it, where the source does not tell
    3 AS release_places, -- so many more than can be returned are a release of capacity, where the source tells no capacity
    4 AS many_windows, -- so many windows of a place that change the same way at once are the shop's doing, not its customers'
    0.975 AS sureness, -- of either bound, for what was taken when nobody could look
    1 AS rule_version -- goes up when a rule changes; all of it is derived, so that the past is classified anew
FROM raw.retailer AS r
LEFT JOIN raw.assumption AS a USING (retailer)
GROUP BY r.retailer
