-- What was taken at each location while its slots were watched.
SELECT
    retailer, -- the declaration's stem
    location_id, -- ours
    sum(fell - returned)::DOUBLE AS taken, -- places that went and were not given back
    date_diff('second', min(first_utc), max(end_utc)) / 86400 AS watched -- location-days, from its first slot to its last
FROM mart.slot_outcome
GROUP BY retailer, location_id
ORDER BY retailer, location_id
