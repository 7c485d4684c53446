-- Promotions: stretches in which an offer was cheaper than usual by the shop's own words, with the days on which we saw it.
WITH spell AS (
    SELECT *, count(*) FILTER (is_turn) OVER in_time AS stretch
    FROM (
        SELECT *, on_promotion IS DISTINCT FROM lag(on_promotion) OVER in_time AS is_turn
        FROM core.price_spell
        WINDOW in_time AS (PARTITION BY retailer, source, seller, offer_key, location_ref ORDER BY from_not_after_utc)
    )
    WINDOW in_time AS (PARTITION BY retailer, source, seller, offer_key, location_ref ORDER BY from_not_after_utc)
),
last_look AS (
    SELECT retailer, source, max(started_utc) AS looked_utc FROM raw.run WHERE verdict = 'complete' GROUP BY ALL
),
promotion AS (
    SELECT
        retailer, source, seller, offer_key, location_ref,
        arg_max(name, from_not_after_utc) AS name,
        arg_max(gtin, from_not_after_utc) AS gtin,
        min(price) AS price,
        max(list_price) AS list_price,
        arg_max(offer_text, from_not_after_utc) AS offer_text,
        any_value(currency) AS currency,
        arg_min(from_not_before_utc, from_not_after_utc) AS began_not_before_utc,
        min(from_not_after_utc) AS began_not_after_utc,
        CASE WHEN bool_and(to_not_after_utc IS NOT NULL) THEN max(to_not_before_utc) END AS ended_not_before_utc,
        CASE WHEN bool_and(to_not_after_utc IS NOT NULL) THEN max(to_not_after_utc) END AS ended_not_after_utc
    FROM spell WHERE on_promotion
    GROUP BY retailer, source, seller, offer_key, location_ref, stretch
)
SELECT
    p.retailer, -- the declaration's stem
    p.source, -- where it was seen
    p.seller, -- whose promotion it is
    p.offer_key, -- the seller's own identifier
    p.location_ref, -- where it holds; empty for everywhere
    p.name, -- of the product
    p.gtin, -- of the product, 14 digits
    p.price, -- the lowest in it
    p.list_price, -- the crossed-out price beside it
    p.offer_text, -- the offer in the shop's words
    p.currency, -- ISO 4217
    p.began_not_before_utc, -- the last look that did not see it yet; null when nobody looked before
    p.began_not_after_utc, -- the first look that saw it
    p.ended_not_before_utc, -- the last look that still saw it; null while it lasts
    p.ended_not_after_utc, -- the first look that saw it no longer; null while it lasts
    timezone(r.timezone, timezone('UTC', p.began_not_after_utc))::DATE AS first_local_date, -- the first day on which we saw it
    timezone(r.timezone, timezone('UTC', coalesce(p.ended_not_before_utc, greatest(l.looked_utc, p.began_not_after_utc))))::DATE AS last_local_date -- the last day on which we saw it
FROM promotion AS p
JOIN raw.retailer AS r USING (retailer)
LEFT JOIN last_look AS l ON (l.retailer, l.source) = (p.retailer, p.source)
