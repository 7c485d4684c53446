-- What the checks found when they last ran.
CREATE TABLE IF NOT EXISTS raw.check_result (
    check_name VARCHAR PRIMARY KEY, -- the check's sentence
    level VARCHAR NOT NULL, -- warn or fail
    offending INTEGER NOT NULL, -- rows that break it
    example VARCHAR -- some of them
);
