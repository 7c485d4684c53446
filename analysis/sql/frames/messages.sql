-- Every message of a channel with its last count; whether it was published on a day of a declared event.
SELECT
    a.retailer, -- the declaration's stem
    a.channel, -- newsletter, account ...
    a.metric, -- reads ...
    a.published_at_utc, -- when it was published
    a.value, -- the last count
    EXISTS (
        FROM raw.event AS e
        WHERE e.retailer = a.retailer
            AND timezone(r.timezone, timezone('UTC', a.published_at_utc))::DATE BETWEEN e.local_date AND e.local_date + e.days - 1
    ) AS in_event -- published on a day of an event
FROM raw.attention_latest AS a
JOIN raw.retailer AS r USING (retailer)
JOIN raw.source AS s USING (retailer, source)
WHERE a.published_at_utc IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY a.retailer, a.channel, a.metric, a.message_ref ORDER BY s.position) = 1
ORDER BY a.retailer, a.channel, a.metric, a.published_at_utc, a.message_ref
