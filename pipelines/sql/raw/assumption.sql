-- What is assumed of a retailer and cannot be seen; ranges are bounds.
CREATE TABLE IF NOT EXISTS raw.assumption (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    assumption VARCHAR NOT NULL, -- A1 to A11, as the methods name them
    name VARCHAR NOT NULL, -- the declaration's word
    low DOUBLE NOT NULL, -- lower bound
    high DOUBLE NOT NULL, -- upper bound
    why VARCHAR, -- where it comes from
    PRIMARY KEY (retailer, assumption)
);
