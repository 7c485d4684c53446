-- The source that history of a kind is told from: the first of it in the declaration.
SELECT
    retailer, -- the declaration's stem
    kind, -- locations, slots, prices, invoices, attention or counts
    arg_min(source, position) AS source -- its name within the retailer
FROM raw.source
GROUP BY retailer, kind
