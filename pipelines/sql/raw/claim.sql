-- What somebody claimed of the retailer, as declared.
CREATE TABLE IF NOT EXISTS raw.claim (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    claimed_date DATE NOT NULL, -- when it was claimed
    quantity VARCHAR NOT NULL, -- of what
    scope VARCHAR NOT NULL, -- a country, a channel, an event's label; empty for all
    operator VARCHAR NOT NULL, -- >, >=, =, <= or <
    value DOUBLE, -- the number claimed; null where it is a day
    value_date DATE, -- the day claimed; null where it is a number
    label VARCHAR, -- as it was said
    url VARCHAR -- where
);
