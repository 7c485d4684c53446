-- One execution of one source, with its verdict.
CREATE TABLE IF NOT EXISTS raw.run (
    run_id VARCHAR PRIMARY KEY, -- retailer, source and start
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    kind VARCHAR NOT NULL, -- locations, slots, prices, invoices, attention or counts
    started_utc TIMESTAMP NOT NULL, -- before its first look
    ended_utc TIMESTAMP NOT NULL, -- its last look
    verdict VARCHAR NOT NULL CHECK (verdict IN ('complete', 'partial', 'blocked', 'empty', 'error')), -- only a complete run makes anything missing
    verdict_reasons VARCHAR[] NOT NULL, -- why it is not complete, or what is odd about it
    looks INTEGER NOT NULL, -- attempts to see something
    sightings INTEGER NOT NULL, -- different records read
    rejected INTEGER NOT NULL, -- records set aside
    announced INTEGER, -- how many records the source said there are
    places INTEGER, -- at how many locations it looked, which raw.run_scope names; null for all there are
    program_version VARCHAR NOT NULL -- of orderscope, which read it
);
