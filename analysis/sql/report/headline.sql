-- Each series between its first and its last own order: what was counted, what is bounded, and what of it was picked up.
WITH home AS (
    SELECT
        coalesce(max(low), 0) AS low,
        coalesce(max(high), 1) AS high
    FROM raw.assumption WHERE retailer = $retailer AND assumption = 'A6'
),
interval_row AS (
    SELECT *, coalesce(contains(flags, 'whole_span'), FALSE) AS whole_span
    FROM mart.invoice_interval WHERE retailer = $retailer
),
parts AS (
    SELECT
        series, count(*) AS intervals, count(invoices) AS intervals_counted,
        sum(invoices) AS invoices, sum(orders_low) AS orders_low, sum(orders_high) AS orders_high
    FROM interval_row WHERE NOT whole_span GROUP BY series
)
SELECT
    span.series, -- the fixed pattern around the number
    span.from_utc, -- the first own order
    span.to_utc, -- the last own order
    timezone(r.timezone, timezone('UTC', span.from_utc))::DATE AS from_local_date, -- its day
    timezone(r.timezone, timezone('UTC', span.to_utc))::DATE AS to_local_date, -- its day
    span.days, -- between them
    span.number_from, -- the first order's last number
    span.number_to, -- the last order's first number
    span.invoices, -- of others, counted; null where the numbers do not count
    span.orders_low, -- bound by splits and voids
    span.orders_high, -- bound by splits and voids
    span.location_days_low, -- surely on
    span.location_days_high, -- possibly on
    span.orders_per_location_day_low, -- bound
    span.orders_per_location_day_high, -- bound
    span.orders_per_location_day_low * (1 - home.high) AS picked_up_low, -- of these picked up, a location-day
    span.orders_per_location_day_high * (1 - home.low) AS picked_up_high, -- of these picked up, a location-day
    home.low AS home_low, -- share delivered at home, assumed
    home.high AS home_high, -- share delivered at home, assumed
    parts.intervals, -- between two own orders
    parts.intervals_counted, -- of them with a count
    parts.invoices AS invoices_in_parts, -- the sum of what was counted
    parts.orders_low AS orders_low_in_parts, -- the sum of what is bounded
    parts.orders_high AS orders_high_in_parts -- the sum of what is bounded
FROM interval_row AS span
JOIN raw.retailer AS r USING (retailer)
CROSS JOIN home
LEFT JOIN parts ON parts.series = span.series
WHERE span.whole_span
ORDER BY span.invoices DESC NULLS LAST, span.series
