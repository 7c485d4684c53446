-- The researcher's own test orders, each once, with how many invoice numbers it gave.
SELECT
    timezone(r.timezone, timezone('UTC', min(coalesce(i.ordered_at_utc, i.issued_at_utc)))) AS ordered_at_local, -- when it was placed
    count(*) AS invoices -- numbers on it
FROM raw.invoice AS i
JOIN raw.retailer AS r USING (retailer)
WHERE i.retailer = $retailer AND coalesce(i.ordered_at_utc, i.issued_at_utc) IS NOT NULL
GROUP BY r.timezone, coalesce(i.order_number, i.invoice_number)
ORDER BY ordered_at_local
