-- The last run of each declared source.
SELECT
    retailer, -- the declaration's stem
    source, -- the source's name within the retailer
    kind, -- locations, slots, prices, invoices, attention or counts
    run_id, -- the run
    started_utc, -- before its first look
    ended_utc, -- its last look
    verdict, -- complete, partial, blocked, empty or error
    verdict_reasons, -- why it is not complete, or what is odd about it
    sightings, -- different records read
    places -- at how many locations it looked; null for all
FROM raw.run
SEMI JOIN raw.source USING (retailer, source)
QUALIFY row_number() OVER (PARTITION BY retailer, source ORDER BY started_utc DESC) = 1
