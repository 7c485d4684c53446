-- The retailers that are declared.
CREATE TABLE IF NOT EXISTS raw.retailer (
    retailer VARCHAR PRIMARY KEY, -- the declaration's stem
    name VARCHAR NOT NULL, -- as the public knows it
    country VARCHAR NOT NULL, -- ISO 3166 alpha-2
    timezone VARCHAR NOT NULL, -- IANA name; local dates are days of this zone
    currency VARCHAR, -- ISO 4217, of amounts that carry none
    url VARCHAR NOT NULL, -- its site
    robots VARCHAR NOT NULL, -- obeyed, or ignored with the reason
    holidays VARCHAR NOT NULL -- public holidays are unlike other days, closed, or ordinary
);
