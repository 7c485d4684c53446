-- What the counted intervals say of growth, of a change of level, and of the total so far.
SELECT
    series, -- the fixed pattern around the number
    finding, -- growth, growth per location, change, or total since launch
    verdict, -- growth, decline, no growth, change, bounded or not known
    CASE WHEN finding LIKE 'growth%' THEN 100 * (exp(13 * low) - 1) ELSE low END AS low, -- per cent a quarter, or invoices
    CASE WHEN finding LIKE 'growth%' THEN 100 * (exp(13 * high) - 1) ELSE high END AS high, -- per cent a quarter, or invoices
    p_value, -- that chance alone does it
    detail -- in words
FROM result.finding
WHERE retailer = $retailer AND finding IN ('growth', 'growth per location', 'change', 'total since launch')
ORDER BY series, finding DESC
