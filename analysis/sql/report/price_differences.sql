-- The products with the largest difference to a competitor's price, either way, as last seen; the cheapest offer of each.
WITH first_source AS (
    SELECT retailer, seller, arg_min(source, position) AS source FROM raw.source WHERE kind = 'prices' GROUP BY ALL
),
offer AS (
    SELECT p.*
    FROM raw.price_latest AS p
    SEMI JOIN first_source AS f ON (f.retailer, f.seller, f.source) = (p.retailer, p.seller, p.source)
    WHERE p.retailer = $retailer AND p.present AND p.price IS NOT NULL AND p.gtin IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY p.seller, p.gtin, p.currency ORDER BY p.price, p.offer_key, p.location_ref) = 1
)
SELECT
    other.seller AS competitor, -- whose price is compared
    own.gtin, -- of the product
    coalesce(own.name, other.name) AS name, -- of the product
    own.currency, -- ISO 4217
    own.price, -- the retailer's
    other.price AS competitor_price, -- the competitor's
    100.0 * (other.price - own.price) / own.price AS difference, -- the competitor's over the retailer's, per cent
    own.capture_id AS own_capture_id, -- SHA-256 of the archived answer
    other.capture_id AS competitor_capture_id -- SHA-256 of the archived answer
FROM offer AS own
JOIN offer AS other ON (own.gtin, own.currency) = (other.gtin, other.currency)
WHERE own.seller = $retailer AND other.seller <> $retailer AND own.price <> other.price
QUALIFY row_number() OVER (PARTITION BY other.seller ORDER BY abs(ln(other.price / own.price)) DESC, own.gtin) <= 8
ORDER BY other.seller, abs(ln(other.price / own.price)) DESC, own.gtin
