-- Locations of sources of which some runs look at some locations only; each has looks of its own.
WITH scoped AS (
    SELECT DISTINCT run.retailer, run.source, scope.location_ref
    FROM raw.run_scope AS scope JOIN raw.run AS run USING (run_id)
)
SELECT
    retailer, -- the declaration's stem
    source, -- the source's name within the retailer
    location_ref -- the retailer's own identifier of the place
FROM scoped
UNION
SELECT state.retailer, state.source, state.location_ref
FROM raw.slot_state AS state SEMI JOIN scoped ON (scoped.retailer, scoped.source) = (state.retailer, state.source)
