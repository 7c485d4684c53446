-- What differs from what we last knew: keys that are new, reappear or say something else.
CREATE OR REPLACE TEMP TABLE changed AS
SELECT
    $retailer AS retailer, $source AS source, seen.* EXCLUDE (seen_at_utc, capture_id, landed), TRUE AS present,
    greatest(known.seen_at_utc, $last_complete_utc) AS before_utc,
    seen.seen_at_utc, $run_id AS run_id, seen.capture_id
FROM staged AS seen
LEFT JOIN (FROM raw.{kind}_latest WHERE retailer = $retailer AND source = $source) AS known USING ({key})
WHERE known.retailer IS NULL OR NOT known.present OR ({differs})
