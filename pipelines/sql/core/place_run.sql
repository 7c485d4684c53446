-- Runs as looks: at all of a source, or at each of its locations where some runs look at some locations only.
WITH whole AS (
    FROM raw.run WHERE places IS NULL
)
SELECT
    whole.retailer, -- the declaration's stem
    whole.source, -- the source's name within the retailer
    coalesce(place.location_ref, '') AS looked_as, -- the location; empty for all of the source
    whole.run_id, -- the run
    whole.verdict, -- complete, partial, blocked, empty or error
    whole.started_utc, -- before its first look
    whole.ended_utc -- its last look
FROM whole
LEFT JOIN core.scoped_place AS place ON (place.retailer, place.source) = (whole.retailer, whole.source)
UNION ALL
SELECT DISTINCT
    run.retailer, run.source, coalesce(place.location_ref, scope.location_ref),
    run.run_id, run.verdict, run.started_utc, run.ended_utc
FROM raw.run AS run
JOIN raw.run_scope AS scope USING (run_id)
LEFT JOIN core.slot_place AS place
    ON (place.retailer, place.source, place.told_ref) = (run.retailer, run.source, scope.location_ref)
