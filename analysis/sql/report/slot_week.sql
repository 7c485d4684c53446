-- Pick-up slots of the last seven days before the last complete look, by weekday, by country, and in all.
WITH looked AS (SELECT max(local_date) AS until_date FROM core.slot_look WHERE retailer = $retailer),
day AS (
    SELECT f.*, isodow(f.local_date) AS weekday, l.country, f.fill_share * f.offered AS gone
    FROM mart.slot_fill_day AS f
    JOIN looked ON f.local_date BETWEEN looked.until_date - 7 AND looked.until_date - 1
    LEFT JOIN core.location AS l USING (retailer, location_id)
    WHERE f.retailer = $retailer
)
SELECT
    weekday, -- 1 is Monday; null in the lines of countries and the total line
    country, -- ISO 3166 alpha-2; null in the lines of weekdays and the total line
    CASE WHEN grouping(weekday) = 0 THEN 'weekday' WHEN grouping(country) = 0 THEN 'country' ELSE 'total' END AS line, -- what the line is of
    min(local_date) AS from_local_date, -- the first day in it
    max(local_date) AS to_local_date, -- the last day in it
    count(DISTINCT location_id) AS locations, -- with a slot
    sum(offered)::BIGINT AS offered, -- places in all; null for not told
    sum(taken_low)::BIGINT AS taken_low, -- at least, without those that may be on hold
    CASE WHEN count(taken_high) = count(*) THEN sum(taken_high) END::BIGINT AS taken_high, -- at most, with what may have gone when nobody could look; null for not known
    sum(gone) / nullif(sum(offered) FILTER (gone IS NOT NULL), 0) AS fill_share, -- places gone at the last look, holds among them
    max(longest_gap_minutes) AS longest_gap_minutes -- between two complete looks while one could order
FROM day
GROUP BY GROUPING SETS ((weekday), (country), ())
HAVING count(*) > 0
ORDER BY line DESC, weekday, country
