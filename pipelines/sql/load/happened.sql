-- What happened at each of some locations in four weeks of looks, from its first slot on, and what a look at one costs.
-- Nothing where the source tells of other locations, or its slots are not the ones that history is told from.
WITH asked AS (
    SELECT unnest($places::VARCHAR[]) AS location_ref
),
newest AS (
    SELECT max(looked_utc) AS at_utc FROM core.slot_look WHERE retailer = $retailer
),
look AS (
    SELECT looked_as, before_utc, looked_utc FROM core.slot_look, newest
    WHERE retailer = $retailer AND looked_utc > at_utc - INTERVAL 28 DAY
),
change AS (
    SELECT
        location_id, min(seen_at_utc) AS first_utc,
        sum(fell + returned_high) FILTER (seen_at_utc > at_utc - INTERVAL 28 DAY)::DOUBLE AS changes
    FROM core.slot_move, newest
    WHERE retailer = $retailer
    GROUP BY location_id
),
cost AS (
    SELECT ceil(sum(run.looks) / sum(coalesce(run.places, len($places::VARCHAR[]))))::INTEGER AS requests
    FROM raw.run AS run
    CROSS JOIN newest
    WHERE run.retailer = $retailer AND run.source = $source AND run.verdict = 'complete'
        AND run.started_utc > at_utc - INTERVAL 28 DAY
)
SELECT
    asked.location_ref,
    coalesce(any_value(change.changes), 0) AS changes,
    coalesce(sum(epoch(looked_utc - before_utc)) FILTER (before_utc >= coalesce(first_utc, before_utc)), 0) / 3600 AS hours,
    greatest(any_value(cost.requests), 1) AS requests
FROM asked
CROSS JOIN cost
LEFT JOIN look ON look.looked_as IN ('', asked.location_ref)
LEFT JOIN change ON change.location_id = $retailer || ':' || asked.location_ref
WHERE EXISTS (FROM look)
    AND EXISTS (FROM core.primary_source WHERE (retailer, kind, source) = ($retailer, 'slots', $source))
    AND NOT EXISTS (
        FROM raw.slot_latest AS known, newest
        WHERE known.retailer = $retailer AND known.source = $source AND known.present
            AND known.slot_end_utc > newest.at_utc AND known.location_ref NOT IN (FROM asked)
    )
GROUP BY asked.location_ref
ORDER BY asked.location_ref
