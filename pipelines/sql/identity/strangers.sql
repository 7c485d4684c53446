-- How many entries are not simply a known place under the identifier that it always had.
SELECT count(*)
FROM staged ANTI JOIN (
    SELECT location_ref FROM raw.location_latest
    WHERE retailer = $retailer AND source = $source AND told_ref = location_ref
) AS known USING (location_ref)
