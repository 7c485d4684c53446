-- Figures of whole channels, as last seen: followers, ratings, members.
SELECT
    a.channel, -- account, app store ...
    a.metric, -- followers, rating ...
    a.value, -- the last count
    a.title, -- what is said beside it; null for nothing
    timezone(r.timezone, timezone('UTC', a.seen_at_utc))::DATE AS local_date -- when it was first seen so
FROM raw.attention_latest AS a
JOIN raw.retailer AS r USING (retailer)
JOIN raw.source AS s USING (retailer, source)
WHERE a.retailer = $retailer AND a.message_ref = '' AND a.present
QUALIFY row_number() OVER (PARTITION BY a.channel, a.metric ORDER BY s.position) = 1
ORDER BY a.metric, a.value DESC, a.channel
