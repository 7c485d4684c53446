-- The ledger of due times, of what is paused, and the board of what is declared.
CREATE TABLE IF NOT EXISTS due_time (
    spider TEXT NOT NULL, -- retailer and source
    due_utc TEXT NOT NULL, -- when it was to be looked at
    outcome TEXT NOT NULL, -- taken, ran, lost, missed, overlapped, held, paused or over_budget
    noted_utc TEXT NOT NULL, -- when that was known
    run_id TEXT, -- the run, once it has ended
    why TEXT, -- where it did not run
    change INTEGER NOT NULL, -- goes up with every note, so that the warehouse takes over what is new
    PRIMARY KEY (spider, due_utc)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS due_time_change ON due_time (change);
CREATE INDEX IF NOT EXISTS due_time_untried ON due_time (due_utc) WHERE outcome NOT IN ('taken', 'ran');
CREATE TABLE IF NOT EXISTS pause (
    spider TEXT PRIMARY KEY,
    since_utc TEXT NOT NULL, -- when it was held, or first found blocked
    until_utc TEXT, -- when a pause after blocks is over; empty for a hold, which a person ends
    blocked INTEGER NOT NULL, -- looks in a row that were blocked; 0 for a hold
    why TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (
    spider TEXT PRIMARY KEY,
    host TEXT NOT NULL, -- which its looks ask
    platform TEXT NOT NULL, -- how it is read
    plan TEXT NOT NULL, -- when it is due, in words
    period_seconds INTEGER NOT NULL, -- from one due time to the next
    next_utc TEXT, -- the next due time; overdue where it has passed, empty where it is never due
    position INTEGER NOT NULL -- in the order of the declarations
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS declared (
    fingerprint TEXT NOT NULL, -- of the declarations' files
    problems TEXT NOT NULL -- what is wrong with those that cannot be used, a JSON list
);
CREATE TABLE IF NOT EXISTS learnt (
    spider TEXT NOT NULL,
    from_date TEXT NOT NULL, -- the retailer's day from which on it is gone by
    requests INTEGER NOT NULL, -- what a look at one location costs
    shares TEXT NOT NULL, -- how many times as often as usual each location is worth a look, a JSON object
    PRIMARY KEY (spider, from_date)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counter (change INTEGER NOT NULL);
INSERT INTO counter SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM counter);
