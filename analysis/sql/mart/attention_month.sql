-- Notice by channel and month of publication: mean per message, with and without event days; a message counts once.
WITH message AS (
    SELECT
        a.retailer, a.channel, a.metric, a.value,
        date_trunc('month', timezone(r.timezone, timezone('UTC', a.published_at_utc)))::DATE AS month,
        EXISTS (
            FROM raw.event AS e
            WHERE e.retailer = a.retailer
                AND timezone(r.timezone, timezone('UTC', a.published_at_utc))::DATE BETWEEN e.local_date AND e.local_date + e.days - 1
        ) AS in_event
    FROM raw.attention_latest AS a
    JOIN raw.retailer AS r USING (retailer)
    JOIN raw.source AS s USING (retailer, source)
    WHERE a.published_at_utc IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY retailer, channel, metric, message_ref ORDER BY s.position) = 1
)
SELECT
    retailer, -- the declaration's stem
    channel, -- newsletter, account ...
    month, -- its first day
    metric, -- reads, followers ...
    count(*) AS messages, -- published in it
    avg(value) AS mean, -- per message
    avg(value) FILTER (NOT in_event) AS mean_without_events, -- per message outside of declared events
    min(value) AS low, -- the least read
    max(value) AS high -- the most read
FROM message
GROUP BY retailer, channel, month, metric
