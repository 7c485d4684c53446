-- What the retailer did or said, numbered as in the figures.
SELECT
    row_number() OVER (ORDER BY local_date, label, kind) AS number, -- in the figures
    local_date, -- the first day
    days, -- how many days
    kind, -- festival, opening, closing, press ...
    label, -- in words
    url -- where it is told
FROM raw.event
WHERE retailer = $retailer
ORDER BY number
