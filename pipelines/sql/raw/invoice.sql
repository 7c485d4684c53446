-- Numbers on the researcher's own orders, each once, however often and wherever it was seen.
CREATE TABLE IF NOT EXISTS raw.invoice (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    invoice_number VARCHAR NOT NULL, -- as printed
    order_number VARCHAR, -- as printed
    ordered_at_utc TIMESTAMP, -- when the order was placed
    issued_at_utc TIMESTAMP, -- when the invoice was issued
    fulfilment VARCHAR, -- pickup or home
    basket VARCHAR, -- ambient, fresh or both
    total DECIMAL(12, 3), -- including tax
    currency VARCHAR, -- ISO 4217
    source VARCHAR NOT NULL, -- where it was first seen
    seen_at_utc TIMESTAMP NOT NULL, -- when it was first seen
    run_id VARCHAR NOT NULL, -- by which run
    capture_id VARCHAR NOT NULL, -- SHA-256 of the archived answer
    PRIMARY KEY (retailer, invoice_number)
);
