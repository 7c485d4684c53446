-- Hours in which one can pick up, in the last seven days before the last complete look, by country.
WITH looked AS (SELECT max(local_date) AS until_date FROM core.slot_look WHERE retailer = $retailer),
place AS (
    SELECT l.country, h.location_id, sum(h.hours) AS hours
    FROM mart.slot_hours_day AS h
    JOIN looked ON h.local_date BETWEEN looked.until_date - 7 AND looked.until_date - 1
    LEFT JOIN core.location AS l USING (retailer, location_id)
    WHERE h.retailer = $retailer
    GROUP BY l.country, h.location_id
)
SELECT
    country, -- ISO 3166 alpha-2; null where the locator does not list the location
    count(*) AS locations, -- with a slot
    sum(hours) AS hours, -- all together
    min(hours) AS hours_least, -- of one location
    median(hours) AS hours_median, -- of one location
    max(hours) AS hours_most -- of one location
FROM place
GROUP BY country
ORDER BY hours DESC, country
