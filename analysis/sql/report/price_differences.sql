-- The products with the largest difference to a competitor's price, either way, on the last day with both; the cheapest offer of each.
SELECT
    competitor, -- whose price is compared
    product, -- GTIN, or the retailer's own identifier
    name, -- of the product
    currency, -- ISO 4217
    price, -- the retailer's
    competitor_price, -- the competitor's
    100 * (exp(log_ratio) - 1) AS difference, -- the competitor's over the retailer's, per cent
    matched_by, -- gtin or reviewed
    on_promotion, -- whether the retailer's is cheaper than usual
    competitor_on_promotion, -- whether the competitor's is
    own_capture_id, -- SHA-256 of the archived answer
    competitor_capture_id, -- SHA-256 of the archived answer
    row_number() OVER (PARTITION BY competitor ORDER BY abs(log_ratio) DESC, product) AS place, -- the largest difference is 1
    count(*) OVER (PARTITION BY competitor) AS products -- matched in all
FROM (
    FROM mart.price_pair_day WHERE retailer = $retailer
    QUALIFY local_date = max(local_date) OVER (PARTITION BY competitor)
)
QUALIFY place <= 200
ORDER BY competitor, place
