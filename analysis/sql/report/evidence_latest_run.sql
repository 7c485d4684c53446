-- The archived answers of the last complete run of each source.
WITH last_run AS (
    SELECT run_id, kind, source FROM raw.run
    WHERE retailer = $retailer AND verdict = 'complete'
    QUALIFY row_number() OVER (PARTITION BY source ORDER BY started_utc DESC) = 1
)
SELECT
    last_run.kind, -- of the source
    last_run.source, -- its name within the retailer
    s.seller, -- whose offers its prices are
    c.run_id, -- the run
    c.url, -- what was asked for
    c.seen_at_utc, -- when the answer came
    c.warc_file, -- below data/archive
    c.warc_offset, -- where the record begins
    c.record, -- response, resource (a file) or revisit
    c.capture_id -- SHA-256 of the body
FROM raw.capture AS c
JOIN last_run USING (run_id)
LEFT JOIN raw.source AS s ON s.retailer = $retailer AND s.source = last_run.source
SEMI JOIN raw.look AS look ON (look.run_id, look.capture_id, look.url) = (c.run_id, c.capture_id, c.url)
ORDER BY last_run.kind, last_run.source, c.warc_offset
