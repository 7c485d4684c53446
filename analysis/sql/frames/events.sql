-- Days that are not like others, as declared.
SELECT
    retailer, -- the declaration's stem
    local_date, -- the first day
    days, -- how many days
    kind, -- closed: the shop is shut; anything else may sell more
    label -- in words
FROM raw.event
ORDER BY ALL
