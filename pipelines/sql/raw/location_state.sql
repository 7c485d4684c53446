-- History of locator entries: a row when one appears, changes or disappears, none when all is as before.
CREATE TABLE IF NOT EXISTS raw.location_state (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    source VARCHAR NOT NULL, -- the source's name within the retailer
    location_ref VARCHAR NOT NULL, -- the first identifier that the source gave the place
    told_ref VARCHAR NOT NULL, -- the identifier that it gives it in this state
    name VARCHAR, -- as shown
    kind VARCHAR, -- own_shop, partner, locker or parking
    access VARCHAR, -- public or internal; null for not told
    status VARCHAR, -- available, no_pickup_time, coming_soon or closed
    status_reason VARCHAR, -- what the status follows from, where the source does not say it in so many words
    opens_on DATE, -- from which day, as the source says
    closes_on DATE, -- from which day it is no longer there, as the source says
    country VARCHAR, -- ISO 3166 alpha-2
    region VARCHAR, -- as the source writes it
    city VARCHAR, -- as the source writes it
    postcode VARCHAR, -- as the source writes it
    street VARCHAR, -- with house number
    lat DOUBLE, -- degrees north, WGS 84
    lon DOUBLE, -- degrees east, WGS 84
    pickup_hours VARCHAR, -- OSM opening_hours syntax; empty for none at all
    pickup_hours_text VARCHAR, -- the source's own words for them, where they are not understood
    pickup_hours_week DOUBLE, -- hours a week in which one can pick up
    pickup_weekdays INTEGER, -- on how many weekdays
    url VARCHAR, -- its page
    present BOOLEAN NOT NULL, -- false from when a complete run no longer held it
    before_utc TIMESTAMP, -- the last look that did not see this state; null when none looked before
    seen_at_utc TIMESTAMP NOT NULL, -- the first look that saw it
    run_id VARCHAR NOT NULL, -- that look's run
    capture_id VARCHAR -- SHA-256 of the archived answer; null where absence was seen
);
