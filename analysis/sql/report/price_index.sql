-- What each competitor asks for the same products, own prices being 100, on the last day that has one.
SELECT
    competitor, -- whose prices are compared
    local_date, -- the last day with complete looks
    index, -- geometric mean of the price ratios, per cent
    low, -- 95 %, from the products' spread; null for a single product
    high, -- 95 %, from the products' spread; null for a single product
    matched_products -- by GTIN
FROM mart.price_index_day
WHERE retailer = $retailer
QUALIFY row_number() OVER (PARTITION BY competitor ORDER BY local_date DESC) = 1
ORDER BY competitor
