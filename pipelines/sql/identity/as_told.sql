-- Every entry is the place that its identifier says.
CREATE OR REPLACE TEMP TABLE staged AS SELECT *, location_ref AS told_ref FROM staged
