-- Who is cheapest, by product, on the last day on which the retailer and a competitor were both known.
WITH last_pair AS (
    SELECT * FROM mart.price_pair_day
    QUALIFY local_date = max(local_date) OVER (PARTITION BY retailer, competitor)
),
asked AS (
    SELECT DISTINCT retailer, product, name, currency, retailer AS seller, price FROM last_pair
    UNION ALL BY NAME
    SELECT retailer, product, name, currency, competitor AS seller, competitor_price AS price FROM last_pair
)
SELECT
    retailer, -- the declaration's stem
    product, -- the product
    min(name) AS name, -- of the product
    currency, -- ISO 4217
    count(DISTINCT seller) AS sellers, -- that offer it
    min(price) AS price, -- the lowest
    string_agg(DISTINCT seller, ', ' ORDER BY seller) FILTER (is_lowest) AS cheapest, -- who asks it
    max(price) AS highest_price -- the highest
FROM (SELECT *, price = min(price) OVER (PARTITION BY retailer, product, currency) AS is_lowest FROM asked)
GROUP BY retailer, product, currency
