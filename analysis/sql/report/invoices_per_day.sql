-- Invoices of others a day between each two own orders: what was counted, spread evenly over the interval.
SELECT
    i.series, -- the fixed pattern around the number
    timezone(r.timezone, timezone('UTC', i.from_utc)) AS from_local, -- the earlier own order
    timezone(r.timezone, timezone('UTC', i.to_utc)) AS to_local, -- the later own order
    i.invoices, -- of others, counted; null where the numbers do not count
    i.days, -- between them
    i.invoices / nullif(i.days, 0) AS invoices_per_day -- null where the numbers do not count
FROM mart.invoice_interval AS i
JOIN raw.retailer AS r USING (retailer)
WHERE i.retailer = $retailer AND NOT coalesce(contains(i.flags, 'whole_span'), FALSE)
ORDER BY i.series, i.from_utc
