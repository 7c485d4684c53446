-- The time zone of each retailer that has own orders.
SELECT
    retailer, -- the declaration's stem
    timezone -- IANA name
FROM raw.retailer
SEMI JOIN raw.invoice USING (retailer)
ORDER BY retailer
