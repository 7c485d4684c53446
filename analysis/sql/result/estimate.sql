-- What is estimated, counted or bounded, each with its interval and what it rests on.
CREATE TABLE IF NOT EXISTS result.estimate (
    retailer VARCHAR NOT NULL, -- the declaration's stem
    quantity VARCHAR NOT NULL, -- invoices, orders, location_days, orders_per_location_day, taken_places_per_invoice, pickup_order_share ...
    location_id VARCHAR, -- null for all of the retailer
    from_utc TIMESTAMP NOT NULL, -- the period's beginning
    to_utc TIMESTAMP NOT NULL, -- its end
    value DOUBLE, -- null where only bounds are known
    low DOUBLE NOT NULL, -- lower end
    high DOUBLE NOT NULL, -- upper end
    level DOUBLE NOT NULL, -- confidence; 1 where the bounds are exact
    n INTEGER NOT NULL, -- own orders, or looks, that it rests on
    method VARCHAR NOT NULL, -- a page of analysis/methods
    assumptions VARCHAR NOT NULL -- A1 to A11
);
