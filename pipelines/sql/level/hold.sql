-- What a run holds, until it is known whether what it lacks is gone.
INSERT INTO raw.{kind}_held BY NAME
SELECT $retailer AS retailer, $source AS source, $run_id AS run_id, TRUE AS present, staged.*
FROM staged
