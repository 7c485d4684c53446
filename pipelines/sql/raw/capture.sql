-- One archived answer; a revisit has the bytes of the response of the same hash before it.
CREATE TABLE IF NOT EXISTS raw.capture (
    capture_id VARCHAR NOT NULL, -- SHA-256 of the body
    run_id VARCHAR NOT NULL, -- the run
    url VARCHAR NOT NULL, -- what was asked for
    seen_at_utc TIMESTAMP NOT NULL, -- when it came
    warc_file VARCHAR NOT NULL, -- below data/archive
    warc_offset BIGINT NOT NULL, -- where the record begins
    record VARCHAR NOT NULL, -- response, resource (a file) or revisit
    media_type VARCHAR NOT NULL, -- of the body
    bytes BIGINT NOT NULL -- length of the body
);
