-- A time at which a source was to be looked at, and what became of it; each is run at most once.
CREATE TABLE IF NOT EXISTS raw.due_time (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    due_utc TIMESTAMP NOT NULL, -- when it was to be looked at
    outcome VARCHAR NOT NULL CHECK (outcome IN ('taken', 'ran', 'lost', 'missed', 'overlapped', 'held', 'paused', 'over_budget')), -- ran, is taken by a run that has not ended, was lost with a killed process, or was not tried: missed (nobody asked in time), overlapped (the run before was under way), held by a person, paused after blocks, over the budget
    noted_utc TIMESTAMP NOT NULL, -- when that was known
    run_id VARCHAR, -- the run, once it has ended
    why VARCHAR, -- where it did not run
    change BIGINT NOT NULL, -- the ledger's count of notes at this one
    PRIMARY KEY (retailer, source, due_utc)
);
