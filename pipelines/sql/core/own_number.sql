-- What is known of each own order, a row for each of its invoices, or one without an invoice number while it has none.
SELECT
    retailer, -- the declaration's stem
    order_number, -- as printed; null where only the invoice is known
    i.invoice_number, -- as printed; null while the order has no invoice
    coalesce(o.ordered_at_utc, i.ordered_at_utc, i.issued_at_utc) AS ordered_at_utc, -- when it was placed, else when it was invoiced
    i.issued_at_utc, -- when the invoice was issued
    coalesce(i.fulfilment, o.fulfilment) AS fulfilment, -- pickup or home
    coalesce(i.basket, o.basket) AS basket, -- ambient, fresh or both
    CASE WHEN i.invoice_number IS NULL THEN o.total ELSE i.total END AS total, -- of the invoice, else of the order
    coalesce(i.currency, o.currency) AS currency, -- ISO 4217
    coalesce(i.run_id, o.run_id) AS run_id, -- the run that saw it first
    coalesce(i.capture_id, o.capture_id) AS capture_id -- SHA-256 of the archived answer
FROM (FROM raw.invoice WHERE type <> 'credit_note') AS i FULL JOIN raw.own_order AS o USING (retailer, order_number)
