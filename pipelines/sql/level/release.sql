-- Of the runs that are held only the last ones can still be confirmed; none where $kept is 0.
DELETE FROM raw.{kind}_held AS held
WHERE retailer = $retailer AND source = $source AND run_id NOT IN (
    SELECT run_id FROM raw.{kind}_held
    WHERE retailer = $retailer AND source = $source
    GROUP BY run_id ORDER BY max(seen_at_utc) DESC, run_id DESC LIMIT $kept
)
