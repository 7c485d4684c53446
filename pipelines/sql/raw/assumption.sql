-- What is assumed of a retailer and cannot be seen; ranges are bounds.
CREATE TABLE IF NOT EXISTS raw.assumption (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    assumption VARCHAR NOT NULL, -- A1 to A11 of the numbers, S1 and S2 of the slots, as the methods name them
    name VARCHAR NOT NULL, -- the declaration's word
    low DOUBLE, -- lower bound; null where it is inferred, or the rule's own value stands
    high DOUBLE, -- upper bound; null where it is inferred, or the rule's own value stands
    word VARCHAR, -- the value of one that is no number
    why VARCHAR, -- where it comes from
    PRIMARY KEY (retailer, assumption)
);
