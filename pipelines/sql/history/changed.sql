-- What was seen and differs from what we last knew.
CREATE OR REPLACE TEMP TABLE changed AS
SELECT
    $retailer AS retailer, $source AS source,
    * EXCLUDE (seen_at_utc, capture_id, seen_row, known_row, before_utc), TRUE AS present,
    before_utc, seen_at_utc, $run_id AS run_id, capture_id, known_row
FROM compared
WHERE seen_row IS NOT NULL
