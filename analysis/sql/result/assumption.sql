-- What the estimates of a retailer take for granted, A1 to A11, with where each comes from.
CREATE TABLE IF NOT EXISTS result.assumption (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    assumption VARCHAR NOT NULL, -- A1 to A11
    statement VARCHAR NOT NULL, -- in words
    moves VARCHAR NOT NULL, -- level, growth, or both
    low DOUBLE, -- lower bound; null for a word, or where it is inferred
    high DOUBLE, -- upper bound; null for a word, or where it is inferred
    word VARCHAR, -- the value of one that is no number
    source VARCHAR NOT NULL, -- who says so
    date VARCHAR -- when
);
