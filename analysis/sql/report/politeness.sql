-- What we asked of each host: requests, bytes, refusals, and the busiest day.
WITH asked AS (
    SELECT
        regexp_extract(l.url, '^https?://([^/?#]+)', 1) AS host,
        timezone(r.timezone, timezone('UTC', l.seen_at_utc))::DATE AS local_date,
        l.outcome, l.http_status, c.bytes
    FROM raw.look AS l
    JOIN raw.run AS u USING (run_id)
    JOIN raw.retailer AS r USING (retailer)
    LEFT JOIN (
        SELECT run_id, url, capture_id, any_value(bytes) AS bytes FROM raw.capture GROUP BY ALL
    ) AS c ON (c.run_id, c.url, c.capture_id) = (l.run_id, l.url, l.capture_id)
    WHERE u.retailer = $retailer AND l.outcome <> 'not_tried'
)
SELECT
    host, -- who was asked
    count(*) AS requests, -- looks that were tried
    coalesce(sum(bytes), 0)::BIGINT AS bytes, -- of the answers' bodies
    count(*) FILTER (outcome = 'blocked') AS refused, -- blocked: challenges, bans, walls
    count(*) FILTER (http_status = 429) AS too_many, -- told to slow down
    max(a_day) AS busiest_day, -- requests on the busiest day
    arg_max(local_date, (a_day, local_date)) AS busiest_date -- that day
FROM (FROM asked SELECT *, count(*) OVER (PARTITION BY host, local_date) AS a_day)
WHERE host <> ''
GROUP BY host
ORDER BY requests DESC, host
