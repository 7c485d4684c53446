-- Each declared source with its last run and its last complete one.
WITH looked AS (
    SELECT
        retailer, source,
        arg_max(run_id, started_utc) AS run_id,
        max(ended_utc) FILTER (verdict = 'complete') AS last_complete_utc,
        count(*) AS runs
    FROM raw.run
    GROUP BY retailer, source
)

SELECT
    s.retailer, s.source, s.platform, s.every_seconds, s.expect_min, s.expect_max,
    r.ended_utc AS last_look_utc,
    r.verdict,
    r.verdict_reasons AS reasons,
    r.sightings AS records,
    r.places,
    looked.last_complete_utc,
    coalesce(looked.runs, 0) AS runs
FROM raw.source AS s
LEFT JOIN looked ON (looked.retailer, looked.source) = (s.retailer, s.source)
LEFT JOIN raw.run AS r ON r.run_id = looked.run_id
ORDER BY s.retailer, s.position
