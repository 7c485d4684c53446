-- warn: different addresses gave the same answer to the byte, more of them than before; was the place or the page asked for heeded?
WITH answer AS (
    SELECT run_id, capture_id, count(DISTINCT url) AS addresses, min(url) AS url, max(url) AS other_url
    FROM raw.look WHERE sightings > 0 GROUP BY run_id, capture_id
),
alike AS (
    SELECT run_id, sum(addresses) FILTER (addresses > 1) / sum(addresses) AS share, sum(addresses) AS addresses
    FROM answer GROUP BY run_id
),
usual AS (
    SELECT u.retailer, u.source, max(coalesce(alike.share, 0)) AS share
    FROM core.usual_run AS u JOIN alike ON alike.run_id = u.run_id GROUP BY u.retailer, u.source
)
SELECT l.retailer, l.source, l.run_id, answer.addresses, answer.url, answer.other_url, answer.capture_id
FROM core.latest_run AS l
JOIN alike ON alike.run_id = l.run_id
JOIN answer ON answer.run_id = l.run_id AND answer.addresses > 1
LEFT JOIN usual ON (usual.retailer, usual.source) = (l.retailer, l.source)
-- Two empty timetables can be alike; that most of all answers are is no chance.
WHERE alike.addresses >= 3 AND alike.share > greatest(0.5, 1.2 * coalesce(usual.share, 0))
