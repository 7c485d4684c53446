-- The figures of the first screen, each with its bounds and its time, and more; the next report is compared with all.
WITH funnel AS (
    SELECT
        local_date, sum(listed)::DOUBLE AS listed, sum(with_pickup_time)::DOUBLE AS with_pickup_time,
        sum(publicly_selectable)::DOUBLE AS public, CASE WHEN by_others THEN 'counted by others' ELSE 'counted' END AS how
    FROM mart.locator_funnel WHERE retailer = $retailer
    GROUP BY local_date, by_others ORDER BY local_date DESC LIMIT 1
),
span AS (
    SELECT
        i.*, timezone(r.timezone, timezone('UTC', i.from_utc))::DATE AS from_date,
        timezone(r.timezone, timezone('UTC', i.to_utc))::DATE AS to_date
    FROM mart.invoice_interval AS i JOIN raw.retailer AS r USING (retailer)
    WHERE i.retailer = $retailer AND contains(coalesce(i.flags, ''), 'whole_span')
),
price AS (
    SELECT * FROM mart.price_index_day WHERE retailer = $retailer AND basket = 'all matched products'
    QUALIFY row_number() OVER (PARTITION BY competitor ORDER BY local_date DESC) = 1
),
slot AS (
    SELECT
        sum(offered) AS offered, sum(taken_low) AS low,
        CASE WHEN count(taken_high) = count(*) THEN sum(taken_high) END AS high,
        min(f.local_date) AS from_date, max(f.local_date) AS to_date
    FROM mart.slot_fill_day AS f
    JOIN (
        SELECT timezone(r.timezone, timezone('UTC', max(run.started_utc)))::DATE AS until_date
        FROM raw.run AS run JOIN raw.retailer AS r USING (retailer)
        WHERE run.retailer = $retailer AND run.kind = 'slots' AND run.verdict = 'complete' GROUP BY r.timezone
    ) AS looked ON f.local_date BETWEEN looked.until_date - 7 AND looked.until_date - 1
    WHERE f.retailer = $retailer
    HAVING sum(offered) IS NOT NULL
),
notice AS (
    SELECT * FROM mart.attention_month WHERE retailer = $retailer
    QUALIFY row_number() OVER (PARTITION BY channel, metric ORDER BY month DESC) = 1
),
channel AS (
    SELECT a.channel, a.metric, a.value, timezone(r.timezone, timezone('UTC', a.seen_at_utc))::DATE AS local_date
    FROM raw.attention_latest AS a
    JOIN raw.retailer AS r USING (retailer)
    JOIN raw.source AS s USING (retailer, source)
    ANTI JOIN notice AS n USING (channel, metric)
    WHERE a.retailer = $retailer AND a.message_ref = '' AND a.present
    QUALIFY row_number() OVER (PARTITION BY a.channel, a.metric ORDER BY s.position) = 1
),
figure AS (
    SELECT 1 AS position, 8 AS weight, 'listed' AS figure, '' AS part, listed AS value, listed AS low, listed AS high, 0 AS digits,
        how, NULL::DOUBLE AS sample, local_date AS from_date, local_date AS to_date FROM funnel
    UNION ALL SELECT 2, 7, 'with_pickup_time', '', with_pickup_time, with_pickup_time, with_pickup_time, 0, how, NULL, local_date, local_date FROM funnel
    UNION ALL SELECT 3, 3, 'public', '', public, public, public, 0, how, NULL, local_date, local_date FROM funnel
    UNION ALL SELECT 4, 9, 'invoices', series, invoices, invoices, invoices, 0, 'counted', NULL, from_date, to_date FROM span
    UNION ALL SELECT 5, 2, 'orders', series, NULL, orders_low, orders_high, 0, 'bounded', NULL, from_date, to_date FROM span
    UNION ALL
    SELECT 6, 1, 'orders_per_location_day', series, NULL, orders_per_location_day_low, orders_per_location_day_high, 2, 'bounded',
        NULL, from_date, to_date FROM span
    UNION ALL SELECT 7, 4, 'price_index', competitor, index, low, high, 1, 'estimated', matched_products, local_date, local_date FROM price
    UNION ALL SELECT 8, 5, 'places_taken', '', NULL, low, high, 0, 'bounded', offered, from_date, to_date FROM slot
    UNION ALL
    SELECT 9, 6, metric, channel, mean, mean, mean, 0, 'counted', messages, month, (month + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE
    FROM notice
    UNION ALL SELECT 10, 10, metric, channel, value, value, value, 0, 'counted', NULL, local_date, local_date FROM channel
),
-- Of several series, competitors or channels the one with most behind it goes before all that weighs less.
weighed AS (
    SELECT *, row_number() OVER (PARTITION BY weight ORDER BY coalesce(sample, high) DESC NULLS LAST, figure, part) AS rank
    FROM figure WHERE position > 3 OR high IS NOT NULL
)
SELECT
    position, -- in the list
    figure, -- which
    part, -- of which series, competitor, channel; empty for all
    value, -- null where there are only bounds
    low, -- the least; null for not known
    high, -- the most; null for not known
    digits, -- behind the point
    how, -- counted, by whom, bounded, or estimated
    sample, -- places offered, products or messages; null where it says nothing
    row_number() OVER (ORDER BY rank, weight) <= 6 AS on_first_screen, -- the others stand in their sections
    from_date, -- the first day
    to_date -- the last day
FROM weighed
ORDER BY position, figure, part
