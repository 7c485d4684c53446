-- The archived answers of the last complete run of each source, or of each of its locations where runs look at some of them.
WITH last_look AS (
    SELECT arg_max(run_id, started_utc) AS run_id FROM core.place_run
    WHERE retailer = $retailer AND verdict = 'complete'
    GROUP BY source, looked_as
),
last_run AS (
    SELECT run_id, kind, source FROM raw.run SEMI JOIN last_look USING (run_id)
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
