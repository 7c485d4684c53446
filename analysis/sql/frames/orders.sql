-- Invoice numbers on own orders; one without the order's time takes its own.
SELECT
    retailer, -- the declaration's stem
    ordered_at_utc, -- when the order was placed
    order_number, -- as printed; null where it is not told
    invoice_number -- as printed
FROM core.own_number
WHERE invoice_number IS NOT NULL
ORDER BY retailer, ordered_at_utc, invoice_number
