-- Runs that lack what this one lacks, the latest first: nothing but their level was wrong, and they hold the same records.
WITH held AS (
    SELECT run_id, count(*) AS records, count(*) FILTER (({key}) IN (SELECT ({key}) FROM staged)) AS common
    FROM raw.{kind}_held
    WHERE retailer = $retailer AND source = $source AND run_id <> $run_id
    GROUP BY run_id
)
SELECT
    run.run_id, run.started_utc,
    greatest(held.records, $sightings) - held.common <= greatest(1, 0.1 * greatest(held.records, $sightings)) AS agrees
FROM held JOIN raw.run AS run USING (run_id)
WHERE NOT EXISTS (FROM raw.run_check AS c WHERE c.run_id = run.run_id AND c.blocking AND NOT c.passed AND NOT c.level)
ORDER BY run.started_utc DESC, run.run_id DESC
