-- Checks that found something at this retailer when they last ran.
SELECT
    check_name, -- the check's sentence
    coalesce(source, 'all') AS source, -- the source's name within the retailer, or all
    level, -- warn or fail
    offending, -- rows that break it
    explanation -- what it means
FROM raw.check_result
WHERE retailer = $retailer
ORDER BY level, check_name, source
