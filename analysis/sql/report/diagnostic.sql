-- Whether the invoice numbers are a counter at all.
SELECT
    series, -- the fixed pattern around the number
    verdict, -- counter, multiple, not_counter or inconclusive
    step, -- by how much the counter goes up
    p_value, -- that random numbers look so
    detail -- in words
FROM result.diagnostic
WHERE retailer = $retailer
ORDER BY series
