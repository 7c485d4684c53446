-- How many records the last complete runs of all of this source had, none from before the last accepted change of level.
SELECT sightings FROM (
    SELECT run.started_utc, run.sightings FROM raw.run
    WHERE run.retailer = $retailer AND run.source = $source AND run.verdict = 'complete' AND run.places IS NULL
        AND ($changed_utc::TIMESTAMP IS NULL OR run.started_utc >= $changed_utc::TIMESTAMP)
    ORDER BY run.started_utc DESC LIMIT 7
)
ORDER BY started_utc
