-- Records set aside, each with its reason; nothing is dropped in silence.
CREATE TABLE IF NOT EXISTS raw.reject (
    run_id VARCHAR NOT NULL, -- the run
    url VARCHAR NOT NULL, -- where it was read
    seen_at_utc TIMESTAMP NOT NULL, -- when
    stage VARCHAR NOT NULL, -- clean or judge
    reason VARCHAR NOT NULL, -- why
    payload VARCHAR NOT NULL, -- the row as it was read, JSON
    capture_id VARCHAR -- SHA-256 of the archived answer
);
