-- Every declared source, with its next due time.
SELECT spider, host, platform, plan, period_seconds, next_utc FROM source ORDER BY position
