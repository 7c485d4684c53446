-- What a complete run no longer held, not even among the records that were set aside. A slot that merely began is not gone: nobody could see it any more.
INSERT INTO changed BY NAME
SELECT
    known.* REPLACE (
        FALSE AS present, compared.before_utc AS before_utc,
        $ended_utc AS seen_at_utc, $run_id AS run_id, NULL AS capture_id
    ),
    known_row
FROM compared
JOIN raw.{kind}_latest AS known ON known.rowid = known_row
WHERE seen_row IS NULL AND known.present AND {expected}
    AND NOT EXISTS (FROM raw.reject AS r WHERE r.run_id = $run_id AND trim(r.payload ->> '$.{name}') = known.{told})
