-- What a competitor asks for the same products, own prices being 100: weighted geometric mean over matched products (Jevons).
-- Sums are of decimals, so that the same data give the same last digit. A look counts until the next one is due.
WITH item AS (
    SELECT b.retailer, b.basket, p.product, sum(b.weight) AS weight
    FROM raw.basket AS b
    JOIN core.product AS p ON p.retailer = b.retailer AND p.seller = b.retailer
        AND (p.product = lpad(b.gtin, 14, '0') OR p.offer_key = b.sku)
    GROUP BY ALL
),
pair AS (
    SELECT 'all matched products' AS basket, retailer, competitor, local_date, looked_local_date, product, log_ratio, 1.0 AS weight
    FROM mart.price_pair_day
    UNION ALL BY NAME
    SELECT i.basket, p.retailer, p.competitor, p.local_date, p.looked_local_date, p.product, p.log_ratio, i.weight
    FROM mart.price_pair_day AS p JOIN item AS i ON (i.retailer, i.product) = (p.retailer, p.product)
),
numbered AS (
    SELECT *, dense_rank() OVER (PARTITION BY basket, retailer, competitor ORDER BY local_date) AS nth FROM pair
),
linked AS (
    SELECT *, CASE WHEN lag(nth) OVER in_time = nth - 1 THEN log_ratio - lag(log_ratio) OVER in_time END AS step
    FROM numbered
    WINDOW in_time AS (PARTITION BY basket, retailer, competitor, product ORDER BY nth)
),
summed AS (
    SELECT
        basket, retailer, competitor, local_date, nth, count(*) AS n, min(looked_local_date) AS looked_local_date,
        sum(weight::DECIMAL(38, 15))::DOUBLE AS w,
        sum((weight * weight)::DECIMAL(38, 15))::DOUBLE AS ww,
        sum((weight * log_ratio)::DECIMAL(38, 15))::DOUBLE AS wx,
        sum((weight * weight * log_ratio)::DECIMAL(38, 15))::DOUBLE AS wwx,
        sum((weight * weight * log_ratio * log_ratio)::DECIMAL(38, 15))::DOUBLE AS wwxx,
        sum((weight * step)::DECIMAL(38, 15))::DOUBLE / sum(weight::DECIMAL(38, 15)) FILTER (step IS NOT NULL)::DOUBLE AS link
    FROM linked GROUP BY ALL
),
day AS (
    SELECT
        *, wx / w AS level,
        sqrt(greatest(0, wwxx - 2 * wx / w * wwx + (wx / w) ** 2 * ww) * n / nullif(n - 1, 0)) / w AS error,
        lag(wx / w) OVER (PARTITION BY basket, retailer, competitor ORDER BY nth) AS level_before
    FROM summed
),
bounded AS (
    SELECT
        *,
        -- 97.5 % of Student's distribution; beyond 30 degrees of freedom its expansion is exact to three digits
        coalesce([12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
            2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042][n - 1], 1.96 + 2.4 / (n - 1)) * error AS half,
        first(level) OVER in_time + coalesce(sum(coalesce(link, level - level_before)) OVER in_time, 0) AS chained
    FROM day
    WINDOW in_time AS (PARTITION BY basket, retailer, competitor ORDER BY nth)
)
SELECT
    basket, -- which products
    local_date, -- in the retailer's zone
    retailer, -- the declaration's stem; its prices are 100
    competitor, -- whose prices are compared
    100 * exp(level) AS index, -- geometric mean of the price ratios of the day's matched products, per cent
    100 * exp(level - half) AS low, -- 95 %, from the products' spread; null for a single product
    100 * exp(level + half) AS high, -- 95 %, from the products' spread; null for a single product
    n AS matched_products, -- by GTIN, or by a decision on a proposed match
    100 * exp(chained) AS chained_index, -- the first day's index, moved on by the products matched on two days in a row: what comes or goes does not move it
    looked_local_date -- when the oldest of the prices was looked at
FROM bounded
