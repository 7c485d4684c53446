-- Of the known entries: how many there are, how many are seen again, and how many of those under a new identifier.
SELECT count(*) AS known, count(s.location_ref) AS again, count(*) FILTER (s.told_ref <> k.told_ref) AS renumbered
FROM raw.location_latest AS k LEFT JOIN staged AS s USING (location_ref)
WHERE k.retailer = $retailer AND k.source = $source AND k.present
