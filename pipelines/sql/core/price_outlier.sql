-- Prices that are three times as high or low as usual for the product: flagged, never taken away. A price may be misread, in cents, or of another size.
WITH priced AS (
    SELECT
        *, coalesce(gtin, seller || ':' || offer_key) AS product,
        lag(price) OVER (PARTITION BY retailer, source, seller, offer_key, location_ref ORDER BY from_not_after_utc) AS last_price
    FROM core.price_spell
    WHERE present AND price IS NOT NULL
),
usual AS (
    SELECT retailer, product, currency, median(price) AS usual_price, count(*) AS prices
    FROM priced GROUP BY ALL
),
compared AS (
    SELECT p.*, u.prices, CASE WHEN u.prices >= 3 THEN u.usual_price ELSE p.last_price END AS usual_price
    FROM priced AS p
    JOIN usual AS u ON (u.retailer, u.product, u.currency) = (p.retailer, p.product, p.currency)
)
SELECT
    retailer, -- the declaration's stem
    source, -- where it was seen
    seller, -- who asks this price
    offer_key, -- the seller's own identifier
    location_ref, -- where it holds; empty for everywhere
    name, -- of the product
    price, -- what one pays
    currency, -- ISO 4217
    usual_price, -- the median of the product's prices at all sellers, three at least; else the offer's price before
    prices, -- how many prices of the product were seen
    CASE WHEN price > usual_price THEN 'high' ELSE 'low' END AS direction, -- high or low
    from_not_after_utc, -- the first look that saw it
    to_not_after_utc, -- the first look that saw it no longer; null while it lasts
    capture_id -- SHA-256 of the archived answer
FROM compared
WHERE NOT price BETWEEN usual_price / 3 AND usual_price * 3
