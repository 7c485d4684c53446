-- What happened to locations, in the last four weeks of the data and since the first look.
WITH data_end AS (
    SELECT max(ended_utc) AS end_utc FROM raw.run WHERE retailer = $retailer
)
SELECT
    event, -- opened, missing, reappeared, moved ...
    count(*) FILTER (not_after_utc > end_utc - INTERVAL 28 DAY) AS lately, -- in the last four weeks
    count(*) AS in_all -- since the first look
FROM core.location_event, data_end
WHERE retailer = $retailer
GROUP BY event
ORDER BY event = 'listed_at_start' DESC, in_all DESC, event
