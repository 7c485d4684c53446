-- What each offer cost on each day. A look at a source counts until the next one is due, and no longer: a price that nobody looked at is not known.
WITH first_source AS (
    SELECT
        retailer, seller, arg_min(source, position) AS source,
        greatest(1, arg_min(every_seconds, position) // 86400) AS every_days
    FROM raw.source WHERE kind = 'prices' GROUP BY ALL
),
look AS (
    SELECT
        run.retailer, f.seller, run.source, any_value(f.every_days) AS every_days,
        timezone(r.timezone, timezone('UTC', run.started_utc))::DATE AS looked_local_date, max(run.ended_utc) AS until_utc
    FROM raw.run AS run
    JOIN raw.retailer AS r USING (retailer)
    JOIN first_source AS f USING (retailer, source)
    WHERE run.verdict = 'complete' GROUP BY ALL
),
due AS (
    SELECT *, looked_local_date + unnest(range(least(every_days, last_local_date - looked_local_date + 1)))::INTEGER AS local_date
    FROM (SELECT *, max(looked_local_date) OVER (PARTITION BY retailer) AS last_local_date FROM look)
),
day AS (
    SELECT * FROM due
    QUALIFY row_number() OVER (PARTITION BY retailer, seller, local_date ORDER BY looked_local_date DESC) = 1
)
SELECT
    d.retailer, -- the declaration's stem
    d.local_date, -- in the retailer's zone
    d.looked_local_date, -- when the price was looked at
    s.seller, -- who asks this price
    s.offer_key, -- the seller's own identifier
    s.location_ref, -- where the price holds; empty for everywhere
    p.product, -- the same for offers of the same thing
    p.matched_by, -- gtin or reviewed; null where nothing tells
    s.name, -- of the product
    s.price, -- what one pays for one; null for not shown
    s.currency, -- ISO 4217
    s.list_price, -- the crossed-out price beside it
    s.unit_price, -- ours, or the shop's
    s.unit, -- kg, l or piece
    coalesce(s.offer_kind NOT IN ('from', 'range', 'per_period'), TRUE) AS comparable, -- false for what is only from a price on, or paid by the month
    s.on_promotion, -- cheaper than usual, by the shop's own words
    o.direction AS outlier, -- high or low where the price is flagged; else null
    s.capture_id -- SHA-256 of the archived answer
FROM day AS d
JOIN core.price_spell AS s ON (s.retailer, s.source, s.seller) = (d.retailer, d.source, d.seller)
    AND s.from_not_after_utc <= d.until_utc AND (s.to_not_after_utc IS NULL OR s.to_not_after_utc > d.until_utc)
JOIN core.product AS p ON (p.retailer, p.seller, p.offer_key) = (s.retailer, s.seller, s.offer_key)
LEFT JOIN core.price_outlier AS o
    ON (o.retailer, o.source, o.seller, o.offer_key, o.location_ref, o.from_not_after_utc)
    = (s.retailer, s.source, s.seller, s.offer_key, s.location_ref, s.from_not_after_utc)
WHERE s.present
