-- What a competitor asks for the same products, own prices being 100: geometric mean over products matched by GTIN.
-- Sums run in a fixed order, so that the same data give the same last digit.
-- A day counts on which both were seen completely: a price that nobody looked at is not compared.
WITH first_source AS (
    SELECT retailer, seller, arg_min(source, position) AS source FROM raw.source WHERE kind = 'prices' GROUP BY ALL
),
run_day AS (
    SELECT
        run.retailer, f.seller, timezone(r.timezone, timezone('UTC', run.started_utc))::DATE AS local_date,
        max(run.ended_utc) AS until_utc
    FROM raw.run AS run
    JOIN raw.retailer AS r USING (retailer)
    JOIN first_source AS f USING (retailer, source)
    WHERE run.verdict = 'complete' GROUP BY ALL
),
spell AS (
    SELECT
        s.retailer, s.seller, s.gtin, s.price, s.currency, s.present, s.seen_at_utc,
        lead(s.seen_at_utc) OVER (PARTITION BY s.retailer, s.source, s.seller, s.offer_key, s.location_ref ORDER BY s.seen_at_utc) AS next_utc
    FROM raw.price_state AS s
    SEMI JOIN first_source AS f ON (f.retailer, f.seller, f.source) = (s.retailer, s.seller, s.source)
),
offer AS (
    SELECT d.retailer, d.local_date, s.seller, s.gtin, s.currency, min(s.price) AS price
    FROM run_day AS d JOIN spell AS s
        ON (s.retailer, s.seller) = (d.retailer, d.seller) AND s.seen_at_utc <= d.until_utc AND (s.next_utc IS NULL OR s.next_utc > d.until_utc)
    WHERE s.present AND s.price IS NOT NULL AND s.gtin IS NOT NULL
    GROUP BY ALL
),
pair AS (
    SELECT own.retailer, own.local_date, own.gtin, other.seller, ln(other.price / own.price) AS log_ratio
    FROM offer AS own JOIN offer AS other
        ON (own.retailer, own.local_date, own.gtin, own.currency) = (other.retailer, other.local_date, other.gtin, other.currency)
        AND own.seller = own.retailer AND other.seller <> own.retailer
)
SELECT
    'all matched products' AS basket, -- which products
    local_date, -- in the retailer's zone
    retailer, -- the declaration's stem; its prices are 100
    seller AS competitor, -- whose prices are compared
    100 * exp(avg(log_ratio ORDER BY gtin)) AS index, -- geometric mean of the price ratios, per cent
    100 * exp(avg(log_ratio ORDER BY gtin) - 1.96 * stddev_samp(log_ratio ORDER BY gtin) / sqrt(count(*))) AS low, -- 95 %, from the products' spread
    100 * exp(avg(log_ratio ORDER BY gtin) + 1.96 * stddev_samp(log_ratio ORDER BY gtin) / sqrt(count(*))) AS high, -- 95 %, from the products' spread
    count(*) AS matched_products -- by GTIN
FROM pair
GROUP BY retailer, seller, local_date
