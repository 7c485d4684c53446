-- What each competitor asks for the same products, own prices being 100, on the last day that has one, and four weeks before.
WITH day AS (
    SELECT
        *, last_value(index) OVER (
            PARTITION BY basket, competitor ORDER BY local_date RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 28 DAY PRECEDING
        ) AS index_before
    FROM mart.price_index_day WHERE retailer = $retailer
)
SELECT
    basket, -- which products
    competitor, -- whose prices are compared
    local_date, -- the last day with complete looks
    index, -- geometric mean of the price ratios, per cent
    low, -- 95 %, from the products' spread; null for a single product
    high, -- 95 %, from the products' spread; null for a single product
    matched_products, -- by GTIN, or by a decision on a proposed match
    index_before -- four weeks before or earlier; null where it was not known
FROM day
QUALIFY row_number() OVER (PARTITION BY basket, competitor ORDER BY local_date DESC) = 1
ORDER BY basket <> 'all matched products', basket, competitor
