-- What a competitor asks for the same products, own prices being 100: weighted geometric mean over matched products (Jevons).
-- Sums run in a fixed order, so that the same data give the same last digit. A look counts until the next one is due.
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
    SELECT now.*, now.log_ratio - before.log_ratio AS step
    FROM numbered AS now LEFT JOIN numbered AS before
        ON (before.basket, before.retailer, before.competitor, before.product, before.nth + 1)
        = (now.basket, now.retailer, now.competitor, now.product, now.nth)
),
day AS (
    SELECT
        basket, retailer, competitor, local_date, nth, count(*) AS n, min(looked_local_date) AS looked_local_date,
        sum(weight * log_ratio ORDER BY product) / sum(weight ORDER BY product) AS level,
        sum(weight * step ORDER BY product) / sum(weight ORDER BY product) FILTER (step IS NOT NULL) AS link
    FROM linked GROUP BY ALL
),
spread AS (
    SELECT
        d.basket, d.retailer, d.competitor, d.nth,
        sum((p.weight * (p.log_ratio - d.level)) ** 2 ORDER BY p.product) AS squares, sum(p.weight ORDER BY p.product) AS weight
    FROM day AS d JOIN pair AS p USING (basket, retailer, competitor, local_date)
    GROUP BY ALL
),
bounded AS (
    SELECT
        *,
        -- 97.5 % of Student's distribution; beyond 30 degrees of freedom its expansion is exact to three digits
        coalesce([12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
            2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042][n - 1], 1.96 + 2.4 / (n - 1))
            * sqrt(squares * n / nullif(n - 1, 0)) / weight AS half,
        first(level) OVER in_time + coalesce(sum(coalesce(link, level - level_before)) OVER in_time, 0) AS chained
    FROM (
        SELECT *, lag(level) OVER (PARTITION BY basket, retailer, competitor ORDER BY nth) AS level_before
        FROM day JOIN spread USING (basket, retailer, competitor, nth)
    )
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
