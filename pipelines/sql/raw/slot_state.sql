-- History of pick-up slots: a row when one appears, changes or is withdrawn, none when all is as before.
CREATE TABLE IF NOT EXISTS raw.slot_state (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    location_ref VARCHAR NOT NULL, -- the retailer's own identifier of the place
    service VARCHAR NOT NULL, -- pickup, or the retailer's word
    slot_ref VARCHAR, -- what the source called it when this state was seen; another one alone makes no row
    slot_start_utc TIMESTAMP NOT NULL, -- its beginning
    slot_end_utc TIMESTAMP NOT NULL, -- its end
    status VARCHAR, -- free, full, closed, past_cutoff or not_offered
    places INTEGER, -- places left; null for not told
    capacity INTEGER, -- places in all; null for not told
    cutoff_utc TIMESTAMP, -- until when one can order for it
    price DECIMAL(12, 3), -- what the slot costs
    currency VARCHAR, -- ISO 4217
    present BOOLEAN NOT NULL, -- false from when a complete run no longer held it
    before_utc TIMESTAMP, -- the last look that did not see this state; null when none looked before
    seen_at_utc TIMESTAMP NOT NULL, -- the first look that saw it
    run_id VARCHAR NOT NULL, -- that look's run
    capture_id VARCHAR -- SHA-256 of the archived answer; null where absence was seen
);
