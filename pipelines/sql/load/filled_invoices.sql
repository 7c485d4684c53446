-- What another document adds to a known number; nothing that is known is overwritten.
UPDATE raw.invoice AS known SET
    order_number = coalesce(known.order_number, seen.order_number),
    ordered_at_utc = coalesce(known.ordered_at_utc, seen.ordered_at_utc),
    issued_at_utc = coalesce(known.issued_at_utc, seen.issued_at_utc),
    fulfilment = coalesce(known.fulfilment, seen.fulfilment),
    basket = coalesce(known.basket, seen.basket),
    total = coalesce(known.total, seen.total),
    currency = coalesce(known.currency, seen.currency)
FROM (FROM staged
      QUALIFY row_number() OVER (PARTITION BY invoice_number ORDER BY seen_at_utc, capture_id) = 1) AS seen
WHERE known.retailer = $retailer AND known.invoice_number = seen.invoice_number
