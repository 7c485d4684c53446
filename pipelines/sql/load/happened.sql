-- What happened at each of some locations in four weeks of looks, and what a look at one costs; nothing where the source tells of other locations, or its slots are not the ones that history is told from.
WITH asked AS (
    SELECT unnest($places::VARCHAR[]) AS location_ref
),
look AS (
    SELECT looked_as, any_value(newest_utc) AS newest_utc, sum(epoch(looked_utc - before_utc)) / 3600 AS hours
    FROM core.slot_look WHERE retailer = $retailer AND looked_utc > newest_utc - INTERVAL 28 DAY
    GROUP BY looked_as
),
change AS (
    SELECT location_id, sum(fell + returned_high)::DOUBLE AS changes
    FROM core.slot_move
    WHERE retailer = $retailer AND seen_at_utc > (SELECT max(newest_utc) FROM look) - INTERVAL 28 DAY
    GROUP BY location_id
),
cost AS (
    SELECT ceil(sum(run.looks) / sum(coalesce(scope.places, len($places::VARCHAR[]))))::INTEGER AS requests
    FROM raw.run AS run
    LEFT JOIN (SELECT run_id, count(*) AS places FROM raw.run_scope GROUP BY run_id) AS scope USING (run_id)
    WHERE run.retailer = $retailer AND run.source = $source AND run.verdict = 'complete'
        AND run.started_utc > (SELECT max(newest_utc) FROM look) - INTERVAL 28 DAY
)
SELECT
    asked.location_ref,
    coalesce(change.changes, 0) AS changes,
    coalesce(own.hours, every.hours, 0) AS hours,
    greatest(cost.requests, 1) AS requests
FROM asked
CROSS JOIN cost
LEFT JOIN look AS own ON own.looked_as = asked.location_ref
LEFT JOIN look AS every ON every.looked_as = ''
LEFT JOIN change ON change.location_id = $retailer || ':' || asked.location_ref
WHERE EXISTS (FROM look)
    AND EXISTS (FROM core.primary_source WHERE (retailer, kind, source) = ($retailer, 'slots', $source))
    AND NOT EXISTS (
        FROM raw.slot_latest WHERE retailer = $retailer AND source = $source AND present
            AND slot_end_utc > (SELECT max(newest_utc) FROM look) AND location_ref NOT IN (FROM asked)
    )
ORDER BY asked.location_ref
