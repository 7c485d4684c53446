-- How many records the last complete runs of this source had.
SELECT median(sightings) FROM (
    SELECT sightings FROM raw.run
    WHERE retailer = $retailer AND source = $source AND verdict = 'complete'
    ORDER BY started_utc DESC LIMIT 7
)
