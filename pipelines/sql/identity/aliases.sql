-- Which place each identifier meant when it was last seen.
CREATE OR REPLACE TEMP TABLE alias AS
SELECT told_ref, arg_max(location_ref, seen_at_utc) AS location_ref
FROM raw.location_state
WHERE retailer = $retailer AND source = $source
GROUP BY told_ref
