-- Figures that others counted, as last told: a line a quantity, with where it is told.
SELECT
    c.quantity, -- what was counted
    max(c.value) FILTER (c.scope = '') AS in_all, -- the count of all; null for not told
    string_agg(c.scope || ' ' || c.value, ', ' ORDER BY c.value DESC, c.scope) FILTER (c.scope <> '') AS parts, -- the counts of countries, channels; null for none
    timezone(r.timezone, timezone('UTC', c.seen_at_utc))::DATE AS local_date, -- when they were first told so
    c.url -- where they are told
FROM raw.count_latest AS c
JOIN raw.retailer AS r USING (retailer)
WHERE c.retailer = $retailer AND c.present
GROUP BY ALL
ORDER BY c.quantity, local_date, c.url
