-- The first run of the last lasting change of some time: how many records it lacked, and how many of them are back.
WITH first AS (
    SELECT run_id FROM raw.run
    WHERE retailer = $retailer AND source = $source AND verdict = 'complete'
        AND started_utc > $started_utc::TIMESTAMP - to_seconds($seconds)
        AND EXISTS (FROM raw.run_check AS c WHERE c.run_id = run.run_id AND c.name = 'first of a lasting change')
    ORDER BY started_utc DESC LIMIT 1
)
SELECT first.run_id, count(*) AS lost, count(*) FILTER (({key}) IN (SELECT ({key}) FROM staged)) AS back
FROM first JOIN raw.{kind}_state AS gone ON gone.run_id = first.run_id AND NOT gone.present
WHERE gone.retailer = $retailer AND gone.source = $source
GROUP BY first.run_id
