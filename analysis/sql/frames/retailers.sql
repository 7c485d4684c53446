-- Each retailer that has own orders, with what makes its calendar.
SELECT
    retailer, -- the declaration's stem
    timezone, -- IANA name
    country, -- ISO 3166 alpha-2
    holidays -- unlike, closed or ordinary
FROM raw.retailer
SEMI JOIN raw.invoice USING (retailer)
ORDER BY retailer
