-- The locations of a run that looked at some of them only; a run that looked at all has no row here.
CREATE TABLE IF NOT EXISTS raw.run_scope (
    run_id VARCHAR NOT NULL, -- the run
    location_ref VARCHAR NOT NULL -- the retailer's own identifier of a place that it asked about
);
