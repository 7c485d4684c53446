-- warn: the source refuses more of the looks than it used to; go slower, or ask whether one may look.
WITH refused AS (
    SELECT
        run.retailer, run.source, run.run_id, run.started_utc,
        avg((look.outcome = 'blocked' OR look.http_status IN (403, 429))::INTEGER) AS share
    FROM raw.run AS run JOIN raw.look AS look ON look.run_id = run.run_id
    GROUP BY run.retailer, run.source, run.run_id, run.started_utc
),
held AS (
    SELECT
        *, row_number() OVER in_time AS place,
        quantile_cont(share, 0.5) OVER (in_time ROWS BETWEEN 1 FOLLOWING AND 10 FOLLOWING) AS usual
    FROM refused
    WINDOW in_time AS (PARTITION BY retailer, source ORDER BY started_utc DESC)
)
SELECT held.retailer, held.source, held.run_id, look.url, look.http_status, look.reason, round(held.share, 3) AS share
FROM held
SEMI JOIN raw.source AS s ON (s.retailer, s.source) = (held.retailer, held.source)
JOIN raw.look AS look ON look.run_id = held.run_id AND (look.outcome = 'blocked' OR look.http_status IN (403, 429))
WHERE held.place = 1 AND held.share > greatest(0.02, 2 * coalesce(held.usual, 0))
