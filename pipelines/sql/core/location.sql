-- Every location ever listed, as last seen.
WITH last_check AS (
    SELECT retailer, source, max(started_utc) AS checked_utc FROM raw.run WHERE verdict = 'complete' GROUP BY ALL
),
first_seen AS (
    SELECT retailer, source, location_ref, min(seen_at_utc) AS first_seen_utc FROM raw.location_state GROUP BY ALL
)
SELECT
    l.retailer, -- the declaration's stem
    l.retailer || ':' || l.location_ref AS location_id, -- ours
    l.told_ref AS ref, -- the retailer's own identifier, as it writes it now
    l.name, -- as shown
    l.kind, -- own_shop, partner, locker or parking
    l.access, -- public or internal; null for not told
    CASE WHEN l.present THEN coalesce(l.status, 'listed') ELSE 'missing' END AS status, -- as the source says, or missing
    l.status_reason, -- what it follows from, where the source does not say it in so many words
    l.opens_on, -- from which day, as the source says
    l.closes_on, -- from which day it is no longer there, as the source says
    coalesce(l.country, r.country) AS country, -- ISO 3166 alpha-2
    l.city, -- as the source writes it
    l.lat, -- degrees north, WGS 84
    l.lon, -- degrees east, WGS 84
    l.pickup_hours, -- OSM opening_hours syntax
    f.first_seen_utc, -- the first look that saw it
    CASE WHEN l.present THEN greatest(l.seen_at_utc, c.checked_utc) ELSE l.before_utc END AS last_seen_utc -- the last
FROM raw.location_latest AS l
JOIN raw.retailer AS r ON r.retailer = l.retailer
JOIN first_seen AS f ON (f.retailer, f.source, f.location_ref) = (l.retailer, l.source, l.location_ref)
LEFT JOIN last_check AS c ON (c.retailer, c.source) = (l.retailer, l.source)
SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (l.retailer, l.source)
