-- warn: a complete run lacks far more of the known records than runs before it did; were they renumbered, or is a part hidden?
WITH gone AS (
    SELECT retailer, source, run_id, location_ref AS record FROM raw.location_state WHERE NOT present
    UNION ALL
    SELECT retailer, source, run_id, offer_key FROM raw.price_state WHERE NOT present
),
lost AS (
    SELECT run.retailer, run.source, run.run_id, count(gone.record) / (run.sightings + count(gone.record)) AS share
    FROM (SELECT * FROM core.usual_run UNION ALL BY NAME SELECT * FROM core.latest_run WHERE verdict = 'complete') AS run
    LEFT JOIN gone ON gone.run_id = run.run_id
    WHERE run.kind IN ('locations', 'prices')
    GROUP BY run.retailer, run.source, run.run_id, run.sightings
    HAVING run.sightings + count(gone.record) > 0
),
usual AS (
    SELECT retailer, source, max(share) AS share FROM lost
    SEMI JOIN core.usual_run USING (run_id) GROUP BY retailer, source
)
SELECT gone.retailer, gone.source, gone.run_id, gone.record, round(lost.share, 3) AS share_lost
FROM gone
JOIN lost ON lost.run_id = gone.run_id
SEMI JOIN core.latest_run AS latest ON latest.run_id = gone.run_id
LEFT JOIN usual ON (usual.retailer, usual.source) = (gone.retailer, gone.source)
WHERE lost.share > greatest(0.05, 2 * coalesce(usual.share, 0))
QUALIFY count(*) OVER (PARTITION BY gone.run_id) > 2
