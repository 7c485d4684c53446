-- A number that is not known yet.
INSERT INTO raw.invoice BY NAME
SELECT $retailer AS retailer, $source AS source, $run_id AS run_id, staged.*
FROM staged ANTI JOIN (FROM raw.invoice WHERE retailer = $retailer) AS known USING (type, invoice_number)
WHERE invoice_number IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY type, invoice_number ORDER BY seen_at_utc, capture_id, staged.rowid) = 1
