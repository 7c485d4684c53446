-- warn: an offer costs less than a third or more than three times what it did, and more than its own history explains.
WITH latest AS (
    SELECT * FROM raw.price_latest WHERE present AND price > 0
),
since AS (
    SELECT retailer, source, min(started_utc) AS since_utc FROM (
        SELECT retailer, source, started_utc FROM core.usual_run
        UNION ALL
        SELECT retailer, source, started_utc FROM core.latest_run
    ) GROUP BY retailer, source
),
earlier AS (
    SELECT
        l.retailer, l.source, l.seller, l.offer_key, l.location_ref, l.name, l.currency, l.price, l.seen_at_utc,
        median(s.price) AS usual, greatest(3, 1.5 * max(s.price) / min(s.price)) AS factor
    FROM latest AS l
    JOIN since ON (since.retailer, since.source) = (l.retailer, l.source) AND l.seen_at_utc >= since.since_utc
    JOIN raw.price_state AS s
        ON (s.retailer, s.source, s.seller, s.offer_key, s.location_ref)
            = (l.retailer, l.source, l.seller, l.offer_key, l.location_ref)
        AND s.currency IS NOT DISTINCT FROM l.currency
    WHERE s.present AND s.price > 0 AND s.seen_at_utc < l.seen_at_utc
    GROUP BY ALL
)
SELECT retailer, source, seller, offer_key, location_ref, name, usual, price, currency, seen_at_utc
FROM earlier
WHERE NOT price BETWEEN usual / factor AND usual * factor
