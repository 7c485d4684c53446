-- What some runs saw again as it was before is no change.
DELETE FROM raw.{kind}_state WHERE rowid IN (
    SELECT id FROM (
        SELECT rowid AS id, run_id, lag(present) OVER in_time AND present AND hash({content}) = lag(hash({content})) OVER in_time AS same
        FROM raw.{kind}_state WHERE retailer = $retailer AND source = $source
        WINDOW in_time AS (PARTITION BY {key} ORDER BY seen_at_utc)
    )
    WHERE same AND list_contains($run_ids, run_id)
)
