-- Locations of sources of which some runs look at some locations only; each has looks of its own.
WITH scoped AS (
    SELECT DISTINCT run.retailer, run.source, scope.location_ref AS told_ref
    FROM raw.run_scope AS scope JOIN raw.run AS run USING (run_id)
)
SELECT
    scoped.retailer, -- the declaration's stem
    scoped.source, -- the source's name within the retailer
    coalesce(place.location_ref, scoped.told_ref) AS location_ref -- the place's, as in location_id
FROM scoped
LEFT JOIN core.slot_place AS place USING (retailer, source, told_ref)
UNION
SELECT place.retailer, place.source, place.location_ref
FROM core.slot_place AS place SEMI JOIN scoped ON (scoped.retailer, scoped.source) = (place.retailer, place.source)
