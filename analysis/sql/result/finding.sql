-- What else the counts say: growth and its claim, a change of level, the total so far, and what each assumption moves.
CREATE TABLE IF NOT EXISTS result.finding (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    series VARCHAR NOT NULL, -- the fixed pattern around the number, or a channel and its metric
    finding VARCHAR NOT NULL, -- growth, growth per location, change, total since launch, what if, attention, calibration, or calibration drift
    verdict VARCHAR NOT NULL, -- the claim: growth, decline, no growth, change, counted, bounded, estimated, drift, no drift, or not known
    value DOUBLE, -- slope per week of the logarithm, logarithm of the step, invoices, or places for each invoice
    low DOUBLE, -- lower end
    high DOUBLE, -- upper end
    p_value DOUBLE, -- that chance alone does it
    detail VARCHAR NOT NULL -- in words
);
