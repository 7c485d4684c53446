-- The locations that the run being loaded looked at; none where it looked at all.
CREATE OR REPLACE TEMP TABLE scope AS SELECT DISTINCT unnest($places::VARCHAR[]) AS location_ref
