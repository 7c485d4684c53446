-- The index of every basket and competitor over time, own prices being 100.
SELECT
    basket, -- which products
    competitor, -- whose prices are compared
    local_date, -- in the retailer's zone
    index, -- geometric mean of the price ratios, per cent
    low, -- 95 %, from the products' spread; null for a single product
    high, -- 95 %, from the products' spread; null for a single product
    matched_products, -- by GTIN, or by a decision on a proposed match
    last_value(index) OVER (
        PARTITION BY basket, competitor ORDER BY local_date RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 28 DAY PRECEDING
    ) AS index_before, -- four weeks before or earlier; null where it was not known
    local_date = max(local_date) OVER (PARTITION BY basket, competitor) AS is_last -- whether it is the last day that has one
FROM mart.price_index_day
WHERE retailer = $retailer
ORDER BY basket <> 'all matched products', basket, competitor, local_date
