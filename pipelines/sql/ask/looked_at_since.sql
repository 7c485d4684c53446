-- What was looked at since an instant, a row a declared source.
SELECT
    s.retailer || '.' || s.source AS spider,
    count(r.run_id) AS runs,
    count(r.run_id) FILTER (r.verdict = 'complete') AS complete,
    strftime(max(r.ended_utc), '%Y-%m-%d %H:%M UTC') AS last_utc
FROM raw.source AS s
LEFT JOIN raw.run AS r ON (r.retailer, r.source) = (s.retailer, s.source) AND r.started_utc >= $since_utc
GROUP BY s.retailer, s.source, s.position
ORDER BY s.retailer, s.position
