-- The researcher's own orders, each once, however often and wherever it was seen; its invoice may come later, or never.
CREATE TABLE IF NOT EXISTS raw.own_order (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    order_number VARCHAR NOT NULL, -- as printed
    ordered_at_utc TIMESTAMP, -- when it was placed
    fulfilment VARCHAR, -- pickup or home
    basket VARCHAR, -- ambient, fresh or both
    total DECIMAL(12, 3), -- of the whole order, including tax; null where only its invoices tell
    currency VARCHAR, -- ISO 4217
    source VARCHAR NOT NULL, -- where it was first seen
    seen_at_utc TIMESTAMP NOT NULL, -- when it was first seen
    run_id VARCHAR NOT NULL, -- by which run
    capture_id VARCHAR NOT NULL, -- SHA-256 of the archived answer
    PRIMARY KEY (retailer, order_number)
);
