-- Invoice numbers on own orders, one without the order's time takes its own; and numbers of own credit notes, no orders.
WITH numbered AS (
    SELECT retailer, ordered_at_utc, order_number, invoice_number, FALSE AS credit_note FROM core.own_number
    UNION ALL
    SELECT retailer, issued_at_utc, NULL, invoice_number, TRUE FROM core.own_credit_note
)
SELECT
    retailer, -- the declaration's stem
    ordered_at_utc, -- when the order was placed; when a credit note was issued
    order_number, -- as printed; null where it is not told
    invoice_number, -- as printed
    credit_note -- whether the number is a credit note's
FROM numbered
WHERE invoice_number IS NOT NULL
ORDER BY retailer, ordered_at_utc, invoice_number
