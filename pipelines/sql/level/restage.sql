-- A run that is held, as it was when it landed.
CREATE OR REPLACE TEMP TABLE staged AS
SELECT * EXCLUDE (retailer, source, present, before_utc, run_id)
FROM raw.{kind}_held WHERE retailer = $retailer AND source = $source AND run_id = $run_id
