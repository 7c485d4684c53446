-- What the results rest on, with what the declaration says of it.
WITH used AS (
    SELECT unnest(regexp_extract_all(assumptions, 'A\d+')) AS assumption
    FROM mart.invoice_interval WHERE retailer = $retailer
    UNION
    SELECT unnest(regexp_extract_all(assumptions, 'A\d+')) FROM result.estimate WHERE retailer = $retailer
    UNION
    SELECT 'A6' FROM mart.invoice_interval WHERE retailer = $retailer AND orders_per_location_day_high IS NOT NULL
)
SELECT
    used.assumption, -- A1 to A11
    a.name, -- the declaration's word; null where it says nothing
    a.low, -- lower bound; null where it is inferred, or the declaration says nothing
    a.high, -- upper bound; null where it is inferred, or the declaration says nothing
    a.why -- where it comes from
FROM used
LEFT JOIN raw.assumption AS a ON a.retailer = $retailer AND a.assumption = used.assumption
ORDER BY TRY_CAST(substr(used.assumption, 2) AS INTEGER)
