-- warn: an own order has a lower number than an earlier one of the same pattern; is it one counter?
SELECT retailer, invoice_number, ordered_at_utc, earlier_number
FROM (
    SELECT
        *, lag(invoice_number) OVER in_time AS earlier_number,
        TRY_CAST(regexp_extract(invoice_number, '(\d+)\D*$', 1) AS HUGEINT) AS number,
        lag(TRY_CAST(regexp_extract(invoice_number, '(\d+)\D*$', 1) AS HUGEINT)) OVER in_time AS earlier
    FROM core.own_number
    WHERE invoice_number IS NOT NULL
    WINDOW in_time AS (
        PARTITION BY retailer, regexp_replace(invoice_number, '\d+\D*$', '')
        ORDER BY ordered_at_utc, invoice_number
    )
)
WHERE number < earlier
