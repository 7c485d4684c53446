-- What the retailer did or said, and days that are not like others.
CREATE TABLE IF NOT EXISTS raw.event (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    local_date DATE NOT NULL, -- the first day
    days INTEGER NOT NULL, -- how many days
    kind VARCHAR NOT NULL, -- festival, opening, closing, press ...
    label VARCHAR NOT NULL, -- in words
    url VARCHAR -- where it is told
);
