-- One attempt to see something, failed ones too.
CREATE TABLE IF NOT EXISTS raw.look (
    run_id VARCHAR NOT NULL, -- the run
    url VARCHAR NOT NULL, -- what was asked for
    seen_at_utc TIMESTAMP NOT NULL, -- when the answer came or failed to come
    outcome VARCHAR NOT NULL CHECK (outcome IN ('ok', 'unchanged', 'empty', 'blocked', 'gone', 'changed', 'http_error', 'timeout', 'not_tried')), -- what became of it
    reason VARCHAR, -- why, where it is not ok or unchanged
    http_status INTEGER, -- of the answer
    capture_id VARCHAR, -- SHA-256 of the archived answer
    source_time_utc TIMESTAMP, -- when the source says it was true
    announced INTEGER, -- how many records the source says there are in all
    at_cap BOOLEAN, -- whether the answer was as long as the source ever makes one; null where no cap is known
    capped INTEGER, -- cells or pages that ended at the cap: what lies beyond was not seen
    sightings INTEGER NOT NULL -- records kept from it
);
