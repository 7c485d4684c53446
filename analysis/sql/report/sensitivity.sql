-- How pick-up orders per location-day move when each assumption alone is another.
SELECT
    series, -- the fixed pattern around the number
    detail LIKE '%as assumed' AS as_assumed, -- the row that the others are held against
    regexp_replace(detail, '^[^,]*, ', '') AS assumed, -- which assumption is another, and what it says then
    low, -- bound; null for not known
    high -- bound; null for not known
FROM result.finding
WHERE retailer = $retailer AND finding = 'what if'
ORDER BY series, as_assumed DESC, assumed
