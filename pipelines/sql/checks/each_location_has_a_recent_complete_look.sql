-- fail: runs look at a location, but for more than two days, and twice the time between two runs, none of them was complete; the others' runs hide it.
SELECT
    place.retailer, place.source, place.looked_as AS location_ref,
    max(place.ended_utc) FILTER (place.verdict = 'complete') AS last_complete_utc, count(*) AS runs
FROM core.place_run AS place
JOIN raw.source AS s ON (s.retailer, s.source) = (place.retailer, place.source)
WHERE place.looked_as <> ''
GROUP BY place.retailer, place.source, place.looked_as, s.every_seconds
HAVING date_diff(
    'second',
    coalesce(max(place.started_utc) FILTER (place.verdict = 'complete'), min(place.started_utc)), max(place.started_utc)
) > 2 * greatest(s.every_seconds, 86400)
ORDER BY place.retailer, place.source, location_ref
