-- What the checks found when they last ran, for each retailer and source; a check that holds there has no row.
CREATE TABLE IF NOT EXISTS raw.check_result (
    check_name VARCHAR NOT NULL, -- the check's sentence
    level VARCHAR NOT NULL, -- warn or fail
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR, -- the source's name within the retailer; null where the check is of no single one
    explanation VARCHAR NOT NULL, -- what it means that it does not hold
    offending INTEGER NOT NULL, -- rows that break it
    example VARCHAR[] NOT NULL -- some of them, in words
);
