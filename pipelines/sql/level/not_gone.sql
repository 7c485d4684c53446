-- What some runs did not hold was not gone.
DELETE FROM raw.{kind}_state
WHERE retailer = $retailer AND source = $source AND NOT present AND list_contains($run_ids, run_id)
