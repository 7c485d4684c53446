-- What became of the looks at each source.
SELECT
    run.source, -- the source's name within the retailer
    look.outcome, -- ok, unchanged, empty, blocked, gone, changed, http_error, timeout or not_tried
    look.outcome IN ('ok', 'unchanged') AS saw, -- whether it showed something
    count(*) AS looks -- attempts, repeated ones too
FROM raw.look AS look
JOIN raw.run AS run USING (run_id)
WHERE run.retailer = $retailer
GROUP BY ALL
ORDER BY run.source, saw DESC, looks DESC, look.outcome
