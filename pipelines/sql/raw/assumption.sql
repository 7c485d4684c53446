-- What is assumed of a retailer and cannot be seen; ranges are bounds.
CREATE TABLE IF NOT EXISTS raw.assumption (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    assumption VARCHAR NOT NULL, -- A1 to A11, as the methods name them
    name VARCHAR NOT NULL, -- the declaration's word
    low DOUBLE, -- lower bound; null where it is inferred from the numbers
    high DOUBLE, -- upper bound; null where it is inferred from the numbers
    word VARCHAR, -- the value of one that is no number
    why VARCHAR, -- where it comes from
    PRIMARY KEY (retailer, assumption)
);
