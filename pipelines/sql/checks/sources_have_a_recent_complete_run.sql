-- fail: runs are made, but for more than twice the time between two of them none was complete; since then nothing is known.
SELECT r.retailer, r.source, max(r.ended_utc) FILTER (r.verdict = 'complete') AS last_complete_utc, count(*) AS runs
FROM raw.run AS r
JOIN raw.source AS s ON (s.retailer, s.source) = (r.retailer, r.source)
GROUP BY r.retailer, r.source, s.every_seconds
HAVING date_diff(
    'second', coalesce(max(r.started_utc) FILTER (r.verdict = 'complete'), min(r.started_utc)), max(r.started_utc)
) > 2 * s.every_seconds
