-- What other documents add to a known number, the first that tells; nothing that is known is overwritten.
UPDATE raw.invoice AS known SET
    order_number = coalesce(known.order_number, seen.order_number),
    ordered_at_utc = coalesce(known.ordered_at_utc, seen.ordered_at_utc),
    issued_at_utc = coalesce(known.issued_at_utc, seen.issued_at_utc),
    fulfilment = coalesce(known.fulfilment, seen.fulfilment),
    basket = coalesce(known.basket, seen.basket),
    total = coalesce(known.total, seen.total),
    currency = coalesce(known.currency, seen.currency)
FROM (
    SELECT
        type,
        invoice_number,
        arg_min(order_number, (seen_at_utc, capture_id, rowid)) AS order_number,
        arg_min(ordered_at_utc, (seen_at_utc, capture_id, rowid)) AS ordered_at_utc,
        arg_min(issued_at_utc, (seen_at_utc, capture_id, rowid)) AS issued_at_utc,
        arg_min(fulfilment, (seen_at_utc, capture_id, rowid)) AS fulfilment,
        arg_min(basket, (seen_at_utc, capture_id, rowid)) AS basket,
        arg_min(total, (seen_at_utc, capture_id, rowid)) AS total,
        arg_min(currency, (seen_at_utc, capture_id, rowid)) AS currency
    FROM staged GROUP BY type, invoice_number
) AS seen
WHERE known.retailer = $retailer AND (known.type, known.invoice_number) = (seen.type, seen.invoice_number)
