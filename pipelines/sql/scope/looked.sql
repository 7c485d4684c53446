-- When the last complete run began that looked at some locations only, for each that one of the last two months looked at.
CREATE OR REPLACE TEMP TABLE looked AS
SELECT scope.location_ref, max(run.started_utc) AS looked_utc
FROM raw.run JOIN raw.run_scope AS scope USING (run_id)
WHERE run.retailer = $retailer AND run.source = $source AND run.verdict = 'complete'
    AND run.places IS NOT NULL AND run.started_utc > $started_utc::TIMESTAMP - INTERVAL 60 DAY
GROUP BY scope.location_ref
