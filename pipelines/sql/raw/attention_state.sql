-- History of counts of notice: a row when one appears or changes, none when all is as before.
CREATE TABLE IF NOT EXISTS raw.attention_state (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    channel VARCHAR NOT NULL, -- newsletter, account, app store ...
    metric VARCHAR NOT NULL, -- reads, followers, rating
    message_ref VARCHAR NOT NULL, -- which message; empty for the whole channel
    title VARCHAR, -- of the message
    published_at_utc TIMESTAMP, -- of the message
    value BIGINT, -- the count
    present BOOLEAN NOT NULL, -- false from when a complete run no longer held it
    before_utc TIMESTAMP, -- the last look that did not see this state; null when none looked before
    seen_at_utc TIMESTAMP NOT NULL, -- the first look that saw it
    run_id VARCHAR NOT NULL, -- that look's run
    capture_id VARCHAR -- SHA-256 of the archived answer; null where absence was seen
);
