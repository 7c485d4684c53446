-- Openings and closures by month, as far as two looks enclose them; what the first look held did not open then.
SELECT
    date_trunc('month', timezone(r.timezone, timezone('UTC', e.not_after_utc)))::DATE AS month, -- of the look that showed it
    count(*) FILTER (e.event IN ('opened', 'reappeared')) AS opened, -- listed for the first time, or again
    count(*) FILTER (e.event = 'missing') AS gone -- no longer listed
FROM core.location_event AS e
JOIN raw.retailer AS r USING (retailer)
WHERE e.retailer = $retailer AND e.event IN ('opened', 'reappeared', 'missing')
GROUP BY month
ORDER BY month
