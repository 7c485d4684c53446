-- Locations that a run told of and did not ask about.
SELECT DISTINCT location_ref FROM staged ANTI JOIN scope USING (location_ref) ORDER BY location_ref
