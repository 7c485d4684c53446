-- Repairs made while cleaning, counted.
CREATE TABLE IF NOT EXISTS raw.run_count (
    run_id VARCHAR NOT NULL, -- the run
    name VARCHAR NOT NULL, -- field and repair
    count INTEGER NOT NULL, -- how often
    PRIMARY KEY (run_id, name)
);
