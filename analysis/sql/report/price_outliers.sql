-- Prices that are flagged as three times as high or low as usual, the newest first; the index leaves them out.
SELECT
    seller, -- who asks this price
    coalesce(name, offer_key) AS name, -- of the product
    price, -- what one pays
    usual_price, -- what is usual for the product
    currency, -- ISO 4217
    from_not_after_utc, -- the first look that saw it
    capture_id, -- SHA-256 of the archived answer
    count(*) OVER () AS outliers -- in all
FROM core.price_outlier
WHERE retailer = $retailer
ORDER BY from_not_after_utc DESC, seller, offer_key
LIMIT 8
