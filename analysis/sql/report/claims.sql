-- What was claimed, held against what was seen around that day.
SELECT
    row_number() OVER (ORDER BY claimed_date, quantity, scope, claimed, url) AS number, -- in the table
    claimed_date, -- when it was claimed
    coalesce(label, quantity || ' ' || claimed) AS label, -- as it was said
    quantity, -- of what
    scope, -- a country, a channel, an event's label; empty for all
    claimed, -- the operator and the value
    observed_low, -- the least of what was seen, in any reading
    observed_high, -- the most
    readings, -- each reading with what was seen
    verdict, -- supported, contradicted or not known
    first_seen_date, -- the first day of what was seen
    last_seen_date, -- its last day
    url -- where it was claimed
FROM mart.claim_check
WHERE retailer = $retailer
ORDER BY number
