-- Numbers of invoices and credit notes of the researcher's own orders, each once, however often and wherever it was seen.
CREATE TABLE IF NOT EXISTS raw.invoice (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    type VARCHAR NOT NULL, -- invoice or credit_note: both may take their numbers from one counter
    invoice_number VARCHAR NOT NULL, -- as printed
    order_number VARCHAR, -- as printed; of a credit note the order that it takes back
    ordered_at_utc TIMESTAMP, -- when the order was placed
    issued_at_utc TIMESTAMP, -- when it was issued
    fulfilment VARCHAR, -- pickup or home
    basket VARCHAR, -- ambient, fresh or both
    total DECIMAL(12, 3), -- including tax
    currency VARCHAR, -- ISO 4217
    source VARCHAR NOT NULL, -- where it was first seen
    seen_at_utc TIMESTAMP NOT NULL, -- when it was first seen
    run_id VARCHAR NOT NULL, -- by which run
    capture_id VARCHAR NOT NULL, -- SHA-256 of the archived answer
    PRIMARY KEY (retailer, type, invoice_number)
);
