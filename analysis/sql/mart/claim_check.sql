-- Claims held against what was seen around their day: at the last look before and the first after, 60 days away at most.
WITH near AS (
    SELECT
        c.*, s.reading, s.value AS seen, s.local_date,
        s.local_date = max(s.local_date) FILTER (s.local_date <= c.claimed_date) OVER by_claim
            OR s.local_date = min(s.local_date) FILTER (s.local_date > c.claimed_date) OVER by_claim
            OR c.quantity = 'opening' AS nearest
    FROM raw.claim AS c
    LEFT JOIN mart.quantity_seen AS s
        ON (s.retailer, s.quantity, s.scope) = (c.retailer, c.quantity, c.scope)
        AND (c.quantity = 'opening' OR abs(s.local_date - c.claimed_date) <= 60)
    WINDOW by_claim AS (PARTITION BY c.retailer, c.claimed_date, c.quantity, c.scope, c.operator, c.value, c.value_date, c.url)
),
span AS (
    SELECT
        retailer, claimed_date, quantity, scope, operator, label, url, coalesce(value, 0) AS bar,
        coalesce(value_date::VARCHAR, printf('%g', value)) AS value_text,
        min(seen) FILTER (nearest) AS low, max(seen) FILTER (nearest) AS high,
        min(local_date) FILTER (nearest) AS first_seen, max(local_date) FILTER (nearest) AS last_seen,
        string_agg(DISTINCT replace(reading, '_', ' ') || ' ' || printf('%g', seen), ', ' ORDER BY replace(reading, '_', ' ') || ' ' || printf('%g', seen)) FILTER (nearest) AS readings
    FROM near GROUP BY ALL
)
SELECT
    retailer, -- the declaration's stem
    claimed_date, -- when it was claimed
    quantity, -- of what
    scope, -- a country, a channel, an event's label; empty for all
    operator || ' ' || value_text AS claimed, -- the operator and the value claimed
    low AS observed_low, -- the least of what was seen around that day, in any reading; of an opening: days late at least
    high AS observed_high, -- the most; of an opening: days late at most
    CASE
        WHEN low IS NULL THEN 'not known'
        WHEN operator = '>' AND low > bar OR operator = '>=' AND low >= bar OR operator = '<' AND high < bar
            OR operator = '<=' AND high <= bar OR operator = '=' AND low = bar AND high = bar THEN 'supported'
        WHEN operator = '>' AND high <= bar OR operator = '>=' AND high < bar OR operator = '<' AND low >= bar
            OR operator = '<=' AND low > bar OR operator = '=' AND (high < bar OR low > bar) THEN 'contradicted'
        ELSE 'not known'
    END AS verdict, -- supported, contradicted or not known: what was seen allows both, or nothing was seen
    first_seen AS first_seen_date, -- the first day of what was seen
    last_seen AS last_seen_date, -- its last day
    readings, -- each reading with what was seen
    label, -- as it was said
    url -- where
FROM span
