-- Places taken for each counted invoice, and whether that ratio drifts.
SELECT
    series, -- the fixed pattern around the number
    finding, -- calibration or calibration drift
    verdict, -- estimated, drift, no drift or not known
    value, -- places for each invoice, or slope per week of the logarithm
    low, -- lower end
    high, -- upper end
    detail -- in words
FROM result.finding
WHERE retailer = $retailer AND starts_with(finding, 'calibration')
ORDER BY series, finding
