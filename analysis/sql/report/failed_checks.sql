-- Checks of the warehouse that found something, of all retailers together.
SELECT
    check_name, -- the check's sentence
    level, -- warn or fail
    offending -- rows that break it
FROM raw.check_result
WHERE offending > 0
ORDER BY level, check_name
