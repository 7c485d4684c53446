-- The researcher's own test orders, each once, with how many invoice numbers it gave.
SELECT
    timezone(r.timezone, timezone('UTC', min(i.ordered_at_utc))) AS ordered_at_local, -- when it was placed
    count(i.invoice_number) AS invoices -- numbers on it
FROM core.own_number AS i
JOIN raw.retailer AS r USING (retailer)
WHERE i.retailer = $retailer AND i.ordered_at_utc IS NOT NULL
GROUP BY r.timezone, coalesce(i.order_number, i.invoice_number)
ORDER BY ordered_at_local
