-- What was checked of a run before it could touch history.
CREATE TABLE IF NOT EXISTS raw.run_check (
    run_id VARCHAR NOT NULL, -- the run
    name VARCHAR NOT NULL, -- the check
    passed BOOLEAN NOT NULL, -- whether it held
    blocking BOOLEAN NOT NULL, -- whether a failure makes the run partial
    level BOOLEAN NOT NULL, -- whether further runs that agree can show that a failure was the retailer's doing
    value DOUBLE, -- what was found
    baseline DOUBLE, -- what it was held against
    detail VARCHAR NOT NULL, -- in words
    PRIMARY KEY (run_id, name)
);
