-- Where each archived answer that a price rests on was first seen.
SELECT
    c.capture_id, -- SHA-256 of the body
    c.run_id, -- the run
    c.url, -- what was asked for
    c.seen_at_utc, -- when the answer came
    c.warc_file, -- below data/archive
    c.warc_offset, -- where the record begins
    c.record -- response, resource (a file) or revisit
FROM raw.capture AS c
SEMI JOIN raw.price_latest AS p ON p.retailer = $retailer AND (p.run_id, p.capture_id) = (c.run_id, c.capture_id)
ORDER BY c.capture_id, c.seen_at_utc, c.warc_offset
