-- The archived answers that each claim was held against: of the runs on the first and the last day of what was seen.
WITH run AS (
    SELECT u.run_id, u.source, u.kind, timezone(r.timezone, timezone('UTC', u.started_utc))::DATE AS local_date
    FROM raw.run AS u JOIN raw.retailer AS r USING (retailer)
    WHERE u.retailer = $retailer AND u.verdict = 'complete' AND u.kind IN ('locations', 'counts', 'attention')
)
SELECT
    k.claimed_date, -- the claim's
    k.quantity, -- the claim's
    k.scope, -- the claim's
    c.run_id, -- the run
    c.url, -- what was asked for
    c.seen_at_utc, -- when the answer came
    c.warc_file, -- below data/archive
    c.warc_offset, -- where the record begins
    c.record, -- response, resource (a file) or revisit
    c.capture_id -- SHA-256 of the body
FROM mart.claim_check AS k
JOIN run ON run.local_date IN (k.first_seen_date, k.last_seen_date)
    AND CASE run.kind
        WHEN 'locations' THEN k.quantity LIKE 'locations%' OR k.quantity = 'countries'
        WHEN 'attention' THEN k.quantity IN (SELECT metric FROM raw.attention_state AS a WHERE a.retailer = k.retailer)
        ELSE TRUE END
JOIN raw.capture AS c ON c.run_id = run.run_id
SEMI JOIN raw.look AS look ON (look.run_id, look.capture_id, look.url) = (c.run_id, c.capture_id, c.url)
WHERE k.retailer = $retailer AND k.quantity <> 'opening'
ORDER BY k.claimed_date, k.quantity, k.scope, c.seen_at_utc, c.warc_offset
