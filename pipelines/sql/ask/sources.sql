-- Each declared source with its last run and its last complete one.
SELECT
    s.retailer, s.source, s.platform, s.every_seconds,
    last(r.ended_utc ORDER BY r.started_utc) AS last_look_utc,
    last(r.verdict ORDER BY r.started_utc) AS verdict,
    last(r.verdict_reasons ORDER BY r.started_utc) AS reasons,
    last(r.sightings ORDER BY r.started_utc) AS records,
    max(r.ended_utc) FILTER (r.verdict = 'complete') AS last_complete_utc,
    count(r.run_id) AS runs
FROM raw.source AS s
LEFT JOIN raw.run AS r ON (r.retailer, r.source) = (s.retailer, s.source)
GROUP BY s.retailer, s.source, s.platform, s.every_seconds, s.position
ORDER BY s.retailer, s.position
