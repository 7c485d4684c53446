-- Whether the invoice numbers are a counter at all, and what led to the verdict.
CREATE TABLE IF NOT EXISTS result.diagnostic (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    series VARCHAR NOT NULL, -- the fixed pattern around the number
    verdict VARCHAR NOT NULL, -- counter, multiple, not_counter or inconclusive
    step INTEGER, -- by how much the counter goes up
    p_value DOUBLE, -- that random numbers look so
    detail VARCHAR NOT NULL -- in words
);
