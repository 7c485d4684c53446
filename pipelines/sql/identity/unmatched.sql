-- Entries under identifiers that are new, and known places that are not among the entries, not even among those set aside.
CREATE OR REPLACE TEMP TABLE unmatched AS
WITH known AS (FROM raw.location_latest WHERE retailer = $retailer AND source = $source)
SELECT TRUE AS is_fresh, s.location_ref, s.told_ref, s.name, s.city, s.postcode, s.street, s.lat, s.lon
FROM staged AS s ANTI JOIN known USING (location_ref)
UNION ALL
SELECT FALSE, k.location_ref, k.told_ref, k.name, k.city, k.postcode, k.street, k.lat, k.lon
FROM known AS k ANTI JOIN staged USING (location_ref)
WHERE k.present AND NOT EXISTS (FROM landed_reject AS r WHERE trim(r.payload ->> '$.location_ref') = k.told_ref)
