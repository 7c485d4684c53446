-- Where a run saw a key more than once, the last sighting stands.
CREATE OR REPLACE TEMP TABLE staged AS
FROM staged
QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY seen_at_utc DESC, capture_id, rowid DESC) = 1
