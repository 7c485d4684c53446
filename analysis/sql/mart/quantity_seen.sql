-- What was seen of anything that can be claimed: one row a quantity, scope, day and reading of the quantity.
WITH funnel AS (
    SELECT retailer, local_date, country AS scope, listed, with_pickup_time, publicly_selectable
    FROM mart.locator_funnel WHERE NOT by_others
    UNION ALL
    SELECT retailer, local_date, '', sum(listed), sum(with_pickup_time), sum(publicly_selectable)
    FROM mart.locator_funnel WHERE NOT by_others GROUP BY retailer, local_date
),
read AS (
    UNPIVOT (
        SELECT
            retailer, local_date, scope, listed::DOUBLE AS locations_listed,
            with_pickup_time::DOUBLE AS locations_with_pickup_time, publicly_selectable::DOUBLE AS locations_public
        FROM funnel
    ) ON locations_listed, locations_with_pickup_time, locations_public INTO NAME reading VALUE value
),
country AS (
    SELECT
        retailer, local_date,
        unnest(['countries with a listed location', 'countries with a public location']) AS reading,
        unnest([count(*) FILTER (listed > 0), count(*) FILTER (publicly_selectable > 0)])::DOUBLE AS value
    FROM mart.locator_funnel WHERE NOT by_others GROUP BY retailer, local_date
),
counted AS (
    SELECT
        c.retailer, c.quantity, c.scope, c.value::DOUBLE AS value,
        timezone(r.timezone, timezone('UTC', c.seen_at_utc))::DATE AS local_date
    FROM raw.count_state AS c JOIN raw.retailer AS r USING (retailer)
    WHERE c.present AND c.value IS NOT NULL
),
noticed AS (
    SELECT
        a.retailer, a.metric AS quantity, a.channel AS scope, a.value::DOUBLE AS value,
        timezone(r.timezone, timezone('UTC', coalesce(a.published_at_utc, a.seen_at_utc)))::DATE AS local_date
    FROM raw.attention_state AS a JOIN raw.retailer AS r USING (retailer)
    WHERE a.present
),
opening AS (
    SELECT
        c.retailer, 'opening' AS quantity, c.scope, e.label AS reading, c.value_date,
        e.local_date AS first_date, e.local_date + e.days - 1 AS last_date
    FROM raw.claim AS c
    JOIN raw.event AS e ON e.retailer = c.retailer AND e.kind = 'opening' AND e.local_date >= c.claimed_date
    WHERE c.quantity = 'opening' AND contains(lower(e.label), lower(c.scope))
    QUALIFY row_number() OVER (PARTITION BY c.retailer, c.scope, c.value_date ORDER BY e.local_date) = 1
)
SELECT
    retailer, -- the declaration's stem
    quantity, -- what can be claimed
    scope, -- a country, a channel, an event's label; empty for all
    local_date, -- when it was seen
    reading, -- how the quantity is read: a location may be listed, or have a time, or be open to the public
    value -- the number; of an opening the days that it came after the day claimed
FROM (
    SELECT retailer, 'locations' AS quantity, scope, local_date, reading, value FROM read
    UNION ALL SELECT retailer, reading, scope, local_date, reading, value FROM read
    UNION ALL SELECT retailer, 'countries', '', local_date, reading, value FROM country
    UNION ALL
    SELECT retailer, 'locations', scope, local_date, quantity, value
    FROM counted WHERE quantity IN ('locations_listed', 'locations_with_pickup_time', 'locations_public')
    UNION ALL SELECT retailer, quantity, scope, local_date, quantity, value FROM counted
    UNION ALL SELECT retailer, quantity, scope, local_date, quantity, value FROM noticed
    UNION ALL SELECT retailer, quantity, scope, first_date, reading, (first_date - value_date)::DOUBLE FROM opening
    UNION ALL SELECT retailer, quantity, scope, last_date, reading, (last_date - value_date)::DOUBLE FROM opening
)
