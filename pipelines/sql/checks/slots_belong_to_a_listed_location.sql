-- warn: slots of a location that the locator never held.
SELECT DISTINCT retailer, source, location_ref FROM raw.slot_latest AS s
WHERE EXISTS (FROM raw.location_latest AS l WHERE l.retailer = s.retailer)
    AND NOT EXISTS (FROM core.location_alias AS a WHERE (a.retailer, a.value) = (s.retailer, s.location_ref))
