-- What other documents add to a known order, the first that tells; nothing that is known is overwritten.
UPDATE raw.own_order AS known SET
    ordered_at_utc = coalesce(known.ordered_at_utc, seen.ordered_at_utc),
    fulfilment = coalesce(known.fulfilment, seen.fulfilment),
    basket = coalesce(known.basket, seen.basket),
    total = coalesce(known.total, seen.total),
    currency = coalesce(known.currency, seen.currency)
FROM (
    SELECT
        order_number,
        arg_min(ordered_at_utc, (seen_at_utc, capture_id, rowid)) AS ordered_at_utc,
        arg_min(fulfilment, (seen_at_utc, capture_id, rowid)) AS fulfilment,
        arg_min(basket, (seen_at_utc, capture_id, rowid)) AS basket,
        arg_min(total, (seen_at_utc, capture_id, rowid)) FILTER (invoice_number IS NULL) AS total,
        arg_min(currency, (seen_at_utc, capture_id, rowid)) AS currency
    FROM staged WHERE type <> 'credit_note' GROUP BY order_number
) AS seen
WHERE known.retailer = $retailer AND known.order_number = seen.order_number
