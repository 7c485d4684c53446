-- An order that is not known yet; the total beside an invoice number is the invoice's. A credit note makes no order.
INSERT INTO raw.own_order BY NAME
SELECT
    $retailer AS retailer, $source AS source, $run_id AS run_id,
    staged.* EXCLUDE (type, invoice_number, issued_at_utc, total), CASE WHEN invoice_number IS NULL THEN total END AS total
FROM staged ANTI JOIN (FROM raw.own_order WHERE retailer = $retailer) AS known USING (order_number)
WHERE order_number IS NOT NULL AND type <> 'credit_note'
QUALIFY row_number() OVER (PARTITION BY order_number ORDER BY seen_at_utc, capture_id, staged.rowid) = 1
