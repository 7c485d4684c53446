-- Records set aside, by reason; the most frequent first.
SELECT
    run.source, -- the source's name within the retailer
    reject.stage, -- clean or judge
    reject.reason, -- why
    count(*) AS records, -- set aside for it
    max(reject.seen_at_utc) AS last_utc, -- the last of them
    count(*) OVER () AS reasons -- different ones in all, more than are told here
FROM raw.reject AS reject
JOIN raw.run AS run USING (run_id)
WHERE run.retailer = $retailer
GROUP BY run.source, reject.stage, reject.reason
ORDER BY records DESC, run.source, reject.reason
LIMIT 15
