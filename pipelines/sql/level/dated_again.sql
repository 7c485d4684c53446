-- What some runs saw first was not there at the last complete run before them, or when it was last seen otherwise.
UPDATE raw.{kind}_state AS state SET before_utc = greatest(earlier.seen_utc, $last_complete_utc)
FROM (
    SELECT rowid AS id, lag(seen_at_utc) OVER (PARTITION BY {key} ORDER BY seen_at_utc) AS seen_utc
    FROM raw.{kind}_state WHERE retailer = $retailer AND source = $source
) AS earlier
WHERE state.rowid = earlier.id AND state.retailer = $retailer AND state.source = $source
    AND list_contains($run_ids, state.run_id)
