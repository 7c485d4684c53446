-- Numbers on own orders; an invoice without the order's time takes its own.
SELECT retailer, coalesce(ordered_at_utc, issued_at_utc) AS ordered_at_utc, order_number, invoice_number
FROM raw.invoice
ORDER BY retailer, ordered_at_utc, invoice_number
