-- A retailer's own orders with their invoices, those without an invoice too.
SELECT
    n.ordered_at_utc, -- when it was placed, else when it was invoiced
    timezone(r.timezone, timezone('UTC', n.ordered_at_utc)) AS ordered_at_local, -- the same on the retailer's clock
    n.order_number, -- as printed
    n.invoice_number, -- as printed; null while there is none
    n.fulfilment, -- pickup or home
    n.basket, -- ambient, fresh or both
    n.total::DOUBLE AS total, -- including tax
    n.currency -- ISO 4217
FROM core.own_number AS n
JOIN raw.retailer AS r USING (retailer)
WHERE n.retailer = $retailer
ORDER BY ALL
