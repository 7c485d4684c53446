-- Of the known records that are not over: how many there are, and how many at the locations that the run looked at.
SELECT count(*) AS known, count(*) FILTER (location_ref IN (FROM scope)) AS here
FROM raw.slot_latest
WHERE retailer = $retailer AND source = $source AND present AND slot_end_utc > $started_utc::TIMESTAMP
