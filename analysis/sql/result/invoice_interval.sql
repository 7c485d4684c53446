-- What the estimate step wrote of each interval between two own orders; read it as mart.invoice_interval.
CREATE TABLE IF NOT EXISTS result.invoice_interval (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    series VARCHAR NOT NULL, -- the fixed pattern around the number
    from_utc TIMESTAMP NOT NULL, -- the earlier own order
    to_utc TIMESTAMP NOT NULL, -- the later own order
    days DOUBLE NOT NULL, -- between them
    number_from BIGINT NOT NULL, -- the earlier order's last number
    number_to BIGINT NOT NULL, -- the later order's first number
    own_numbers INTEGER NOT NULL, -- own numbers inside, taken off
    step INTEGER NOT NULL, -- by how much the counter goes up
    invoices BIGINT, -- of others, counted; null where the numbers do not count
    orders_low DOUBLE, -- bound by splits and voids
    orders_high DOUBLE, -- bound by splits and voids
    location_days DOUBLE, -- exposure: trapezoid between looks
    location_days_low DOUBLE, -- surely on
    location_days_high DOUBLE, -- possibly on
    average_active_locations DOUBLE, -- location-days over days
    orders_per_location_day_low DOUBLE, -- bound
    orders_per_location_day_high DOUBLE, -- bound; an upper one where some orders were delivered at home
    flags VARCHAR, -- what is odd about the row; whole_span is the sum over all
    assumptions VARCHAR NOT NULL -- A1 to A11
);
