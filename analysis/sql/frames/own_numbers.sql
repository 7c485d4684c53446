-- A retailer's own orders with their invoices, those without an invoice too; and own credit notes, which are no orders.
WITH listed AS (
    SELECT *, CASE WHEN invoice_number IS NULL THEN 'order' ELSE 'invoice' END AS type FROM core.own_number
    UNION ALL BY NAME
    SELECT *, issued_at_utc AS ordered_at_utc, 'credit_note' AS type FROM core.own_credit_note
)
SELECT
    n.ordered_at_utc, -- when it was placed, else when it was invoiced; when a credit note was issued
    timezone(r.timezone, timezone('UTC', n.ordered_at_utc)) AS ordered_at_local, -- the same on the retailer's clock
    n.type, -- order (without an invoice yet), invoice, credit_note
    n.order_number, -- as printed; of a credit note the order that it takes back
    n.invoice_number, -- as printed; null while there is none
    n.fulfilment, -- pickup or home
    n.basket, -- ambient, fresh or both
    n.total::DOUBLE AS total, -- including tax
    n.currency -- ISO 4217
FROM listed AS n
JOIN raw.retailer AS r USING (retailer)
WHERE n.retailer = $retailer
ORDER BY n.ordered_at_utc, n.order_number, n.invoice_number, n.type
