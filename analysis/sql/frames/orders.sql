-- Numbers on own orders; an invoice without the order's time takes its own.
SELECT
    retailer, -- the declaration's stem
    coalesce(ordered_at_utc, issued_at_utc) AS ordered_at_utc, -- when the order was placed
    order_number, -- as printed; null where it is not told
    invoice_number -- as printed
FROM raw.invoice
ORDER BY retailer, ordered_at_utc, invoice_number
