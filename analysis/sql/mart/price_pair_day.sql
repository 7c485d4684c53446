-- Products that the retailer and a competitor both sell, with both prices of a day: of several offers the cheapest; prices that are flagged as outliers are left out.
WITH offer AS (
    FROM core.price_day
    WHERE price IS NOT NULL AND comparable AND outlier IS NULL
    QUALIFY row_number() OVER (PARTITION BY retailer, local_date, seller, product, currency ORDER BY price, offer_key, location_ref) = 1
)
SELECT
    own.retailer, -- the declaration's stem
    own.local_date, -- in the retailer's zone
    other.seller AS competitor, -- whose price is compared
    own.product, -- the product
    coalesce(own.name, other.name) AS name, -- of the product
    other.matched_by, -- gtin or reviewed
    own.currency, -- ISO 4217
    own.price, -- the retailer's
    other.price AS competitor_price, -- the competitor's
    own.on_promotion, -- whether the retailer's is cheaper than usual
    other.on_promotion AS competitor_on_promotion, -- whether the competitor's is
    CASE WHEN other.matched_by = 'reviewed' AND own.unit = other.unit THEN ln(other.unit_price / own.unit_price) ELSE ln(other.price / own.price) END AS log_ratio, -- of the competitor's price to the retailer's; of unit prices where sizes may differ
    least(own.looked_local_date, other.looked_local_date) AS looked_local_date, -- when the older of the two was looked at
    own.offer_key, -- the retailer's identifier
    other.offer_key AS competitor_offer_key, -- the competitor's identifier
    own.capture_id AS own_capture_id, -- SHA-256 of the archived answer
    other.capture_id AS competitor_capture_id -- SHA-256 of the archived answer
FROM offer AS own
JOIN offer AS other
    ON (own.retailer, own.local_date, own.product, own.currency) = (other.retailer, other.local_date, other.product, other.currency)
    AND own.seller = own.retailer AND other.seller <> own.retailer
