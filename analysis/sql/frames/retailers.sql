-- Each retailer that has own orders, or messages that got notice, with what makes its calendar.
SELECT
    retailer, -- the declaration's stem
    timezone, -- IANA name
    country, -- ISO 3166 alpha-2
    holidays -- unlike, closed or ordinary
FROM raw.retailer
WHERE retailer IN (FROM raw.invoice SELECT retailer UNION ALL FROM raw.attention_latest SELECT retailer)
ORDER BY retailer
