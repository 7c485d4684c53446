-- Which locations came, went, moved or changed their status in the last four weeks of the data; the latest first.
WITH data_end AS (
    SELECT max(ended_utc) AS end_utc FROM raw.run WHERE retailer = $retailer
)
SELECT
    e.event, -- opened, missing, reappeared, moved ...
    e.not_before_utc, -- the last look before it; null when nobody looked
    e.not_after_utc, -- the first look after it
    l.ref, -- the retailer's own identifier
    l.name, -- as shown
    l.city, -- as the source writes it
    l.country, -- ISO 3166 alpha-2
    count(*) OVER () AS events -- in all, more than are told here
FROM core.location_event AS e
CROSS JOIN data_end
JOIN core.location AS l USING (retailer, location_id)
WHERE e.retailer = $retailer AND e.event IN ('coming_soon', 'opened', 'closed', 'missing', 'reappeared', 'moved', 'status_changed')
    AND e.not_after_utc > end_utc - INTERVAL 28 DAY
ORDER BY e.not_after_utc DESC, e.event, l.ref
LIMIT 20
