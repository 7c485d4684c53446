-- What the declarations assume of the numbers; without bounds where it is inferred from the numbers.
SELECT
    retailer, -- the declaration's stem
    assumption, -- A1 to A11
    low, -- lower bound
    high, -- upper bound
    word, -- the value of one that is no number
    coalesce(why, 'declared') AS why -- where it comes from
FROM raw.assumption
WHERE assumption LIKE 'A%'
ORDER BY ALL
