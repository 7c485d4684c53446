-- warn: the last look at a source was not complete.
SELECT retailer, source, verdict, ended_utc, verdict_reasons
FROM raw.run
SEMI JOIN raw.source USING (retailer, source)
QUALIFY row_number() OVER (PARTITION BY retailer, source ORDER BY started_utc DESC) = 1 AND verdict <> 'complete'
