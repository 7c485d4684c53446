-- What the retailer did or said, numbered as in the figures.
SELECT
    row_number() OVER (ORDER BY local_date, label, kind) AS number, -- in the figures
    local_date, -- the first day
    days, -- how many days
    local_date + days - 1 AS last_date, -- the last day
    local_date = date_trunc('month', local_date) AND last_date = last_day(last_date) AS whole_months, -- told as months
    kind, -- festival, opening, closing, press ...
    label, -- in words
    url -- where it is told
FROM raw.event
WHERE retailer = $retailer
ORDER BY number
