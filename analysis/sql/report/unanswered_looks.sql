-- Looks that showed nothing, by reason; the most frequent first.
SELECT
    run.source, -- the source's name within the retailer
    look.outcome, -- empty, blocked, gone, changed, http_error, timeout or not_tried
    look.reason, -- in words; null for not told
    count(*) AS looks, -- attempts, repeated ones too
    max(look.seen_at_utc) AS last_utc, -- the last of them
    count(*) OVER () AS reasons -- different ones in all, more than are told here
FROM raw.look AS look
JOIN raw.run AS run USING (run_id)
WHERE run.retailer = $retailer AND look.outcome NOT IN ('ok', 'unchanged')
GROUP BY run.source, look.outcome, look.reason
ORDER BY looks DESC, run.source, look.outcome, look.reason
LIMIT 15
