-- Invoices of others, and orders per location-day, week by week; every draw of the weeks adds up to what was counted.
WITH figure AS (
    SELECT
        timezone(r.timezone, timezone('UTC', e.from_utc))::DATE AS monday, e.quantity, e.value, e.low, e.high
    FROM result.estimate AS e JOIN raw.retailer AS r USING (retailer)
    WHERE e.retailer = $retailer AND e.location_id IS NULL AND e.level < 1
        AND e.quantity IN ('invoices', 'orders', 'orders_per_location_day', 'pickup_orders_per_location_day')
),
own AS (
    SELECT
        date_trunc('week', timezone(r.timezone, timezone('UTC', i.ordered_at_utc)))::DATE AS monday,
        list_sort(list_distinct(list(strftime(timezone(r.timezone, timezone('UTC', i.ordered_at_utc)), '%Y-%m-%d %H:%M:%S')))) AS own_orders
    FROM core.own_number AS i JOIN raw.retailer AS r USING (retailer)
    WHERE i.retailer = $retailer AND i.ordered_at_utc IS NOT NULL
    GROUP BY ALL
)
SELECT
    monday, -- the week's first day, in the retailer's zone
    max(value) FILTER (quantity = 'invoices') AS invoices, -- of others, estimated
    max(low) FILTER (quantity = 'invoices') AS invoices_low, -- 95 %
    max(high) FILTER (quantity = 'invoices') AS invoices_high, -- 95 %
    max(low) FILTER (quantity = 'orders') AS orders_low, -- bound, with 95 % around it
    max(high) FILTER (quantity = 'orders') AS orders_high, -- bound, with 95 % around it
    max(low) FILTER (quantity = 'orders_per_location_day') AS per_location_day_low, -- bound; null without exposure
    max(high) FILTER (quantity = 'orders_per_location_day') AS per_location_day_high, -- bound; null without exposure
    max(low) FILTER (quantity = 'pickup_orders_per_location_day') AS picked_up_low, -- bound, of these picked up
    max(high) FILTER (quantity = 'pickup_orders_per_location_day') AS picked_up_high, -- bound, of these picked up
    any_value(own_orders) AS own_orders -- when own test orders were placed in it, in the retailer's zone; null for none
FROM figure
LEFT JOIN own USING (monday)
GROUP BY monday
ORDER BY monday
