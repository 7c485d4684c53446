-- Invoices of others, and orders per location-day, week by week; every draw of the weeks adds up to what was counted.
WITH figure AS (
    SELECT
        timezone(r.timezone, timezone('UTC', e.from_utc))::DATE AS monday, e.quantity, e.value, e.low, e.high
    FROM result.estimate AS e JOIN raw.retailer AS r USING (retailer)
    WHERE e.retailer = $retailer AND e.location_id IS NULL AND e.level < 1
        AND e.quantity IN ('invoices', 'orders', 'orders_per_location_day', 'pickup_orders_per_location_day')
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
    max(high) FILTER (quantity = 'pickup_orders_per_location_day') AS picked_up_high -- bound, of these picked up
FROM figure
GROUP BY monday
ORDER BY monday
