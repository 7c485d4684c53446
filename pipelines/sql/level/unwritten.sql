-- The history as it was before some runs.
DELETE FROM raw.{kind}_state
WHERE retailer = $retailer AND source = $source AND list_contains($run_ids, run_id)
