-- What a complete run no longer held, not even among the records that were set aside. A slot that merely began is not gone: nobody could see it any more.
INSERT INTO changed BY NAME
SELECT known.* REPLACE (
    FALSE AS present, greatest(known.seen_at_utc, $last_complete_utc) AS before_utc,
    $ended_utc AS seen_at_utc, $run_id AS run_id, NULL AS capture_id
)
FROM raw.{kind}_latest AS known
ANTI JOIN staged USING ({key})
WHERE known.retailer = $retailer AND known.source = $source AND known.present AND {expected}
    AND NOT EXISTS (FROM raw.reject AS r WHERE r.run_id = $run_id AND trim(r.payload ->> '$.{name}') = known.{told})
