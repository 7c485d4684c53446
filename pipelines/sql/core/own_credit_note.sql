-- The researcher's own credit notes: they take back an invoice, and are no orders.
SELECT
    retailer, -- the declaration's stem
    order_number, -- as printed: the order that is taken back; null where the credit note does not name it
    invoice_number, -- the credit note's own number, as printed
    issued_at_utc, -- when it was issued
    total, -- as printed: some write what is paid back with a minus
    currency, -- ISO 4217
    run_id, -- the run that saw it first
    capture_id -- SHA-256 of the archived answer
FROM raw.invoice
WHERE type = 'credit_note'
