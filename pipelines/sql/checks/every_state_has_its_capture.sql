-- fail: a state that was seen has no archived answer to show for it.
SELECT retailer, source, 'location' AS kind, location_ref AS key, run_id FROM raw.location_state
WHERE present AND capture_id NOT IN (SELECT capture_id FROM raw.capture)
UNION ALL
SELECT retailer, source, 'price', offer_key, run_id FROM raw.price_state
WHERE present AND capture_id NOT IN (SELECT capture_id FROM raw.capture)
UNION ALL
SELECT retailer, NULL, 'invoice', coalesce(invoice_number, order_number), run_id FROM core.own_number
WHERE capture_id NOT IN (SELECT capture_id FROM raw.capture)
