-- When the locator was seen completely: the last complete run of each day.
SELECT
    retailer, -- the declaration's stem
    snapshot_at -- its last look
FROM core.locator_look
ORDER BY ALL
