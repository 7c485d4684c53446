-- History of figures that others counted: a row when one appears or changes, none when all is as before.
CREATE TABLE IF NOT EXISTS raw.count_state (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    quantity VARCHAR NOT NULL, -- what was counted
    scope VARCHAR NOT NULL, -- of what: a country, a channel; empty for all
    value BIGINT, -- the count
    url VARCHAR, -- where it is told
    present BOOLEAN NOT NULL, -- false from when a complete run no longer held it
    before_utc TIMESTAMP, -- the last look that did not see this state; null when none looked before
    seen_at_utc TIMESTAMP NOT NULL, -- the first look that saw it
    run_id VARCHAR NOT NULL, -- that look's run
    capture_id VARCHAR -- SHA-256 of the archived answer; null where absence was seen
);
