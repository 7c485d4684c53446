-- Areas of which some known entries were not seen again: by country, region, postcode area and square degree.
-- What the source writes may change: an area has what was known of it and is seen again, or what is now written to be in it.
WITH entry AS (
    SELECT TRUE AS is_known, location_ref IN (SELECT location_ref FROM staged) AS again, country, region, postcode, lat, lon
    FROM raw.location_latest WHERE retailer = $retailer AND source = $source AND present
    UNION ALL
    SELECT FALSE, TRUE, country, region, postcode, lat, lon FROM staged
),
part AS (
    SELECT is_known, again, unnest([
        country,
        CASE WHEN region <> '' THEN concat_ws(' ', country, region) END,
        CASE WHEN postcode <> ''
            THEN concat_ws(' ', country, 'postcode', regexp_extract(upper(postcode), '^([A-Z]{1,2}|.{2})')) END,
        printf('%d°N %d°E', floor(lat)::INTEGER, floor(lon)::INTEGER)
    ]) AS area
    FROM entry
)
SELECT
    area,
    count(*) FILTER (is_known) AS known,
    greatest(count(*) FILTER (is_known AND again), count(*) FILTER (NOT is_known)) AS seen
FROM part
WHERE area IS NOT NULL
GROUP BY area
HAVING known > seen
ORDER BY seen - known, area
