-- fail: a state that was seen has no archived answer to show for it.
SELECT 'location' AS kind, retailer, location_ref AS key, run_id FROM raw.location_state
WHERE present AND capture_id NOT IN (SELECT capture_id FROM raw.capture)
UNION ALL
SELECT 'price', retailer, offer_key, run_id FROM raw.price_state
WHERE present AND capture_id NOT IN (SELECT capture_id FROM raw.capture)
UNION ALL
SELECT 'invoice', retailer, coalesce(invoice_number, order_number), run_id FROM core.own_number
WHERE capture_id NOT IN (SELECT capture_id FROM raw.capture)
