-- What is taken for granted: what the declaration says, and whatever else the results rest on.
WITH used AS (
    SELECT DISTINCT unnest(regexp_extract_all(assumptions, 'A\d+')) AS assumption
    FROM (
        SELECT assumptions FROM mart.invoice_interval WHERE retailer = $retailer
        UNION ALL
        SELECT assumptions FROM result.estimate WHERE retailer = $retailer
    )
)
SELECT
    coalesce(a.assumption, used.assumption) AS assumption, -- A1 to A11
    a.name, -- the declaration's word; null where it says nothing
    a.low, -- lower bound; null where the declaration says nothing
    a.high, -- upper bound; null where the declaration says nothing
    a.why -- where it comes from
FROM (FROM raw.assumption WHERE retailer = $retailer) AS a
FULL JOIN used ON used.assumption = a.assumption
ORDER BY TRY_CAST(substr(coalesce(a.assumption, used.assumption), 2) AS INTEGER)
