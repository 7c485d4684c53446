-- The sources that are declared, in the order of the declaration.
CREATE TABLE IF NOT EXISTS raw.source (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    kind VARCHAR NOT NULL, -- locations, slots, prices, invoices, attention or counts
    platform VARCHAR NOT NULL, -- how it is read
    every_seconds BIGINT NOT NULL, -- how often it is looked at
    position INTEGER NOT NULL, -- its place in the declaration; the first of a kind is the one that history is told from
    expect_min INTEGER NOT NULL, -- fewer records are a partial look
    expect_max INTEGER, -- more records are worth a warning
    seller VARCHAR NOT NULL, -- whose offers its prices are
    PRIMARY KEY (retailer, source)
);
