-- What the locator held at the last complete run of each day; what is absent was not listed.
SELECT
    look.retailer, -- the declaration's stem
    look.snapshot_at, -- the run's last look
    s.location_id, -- ours
    CASE WHEN NOT s.public THEN 'internal' WHEN NOT s.bookable THEN 'no_time' ELSE 'active' END AS status -- at that look
FROM core.locator_look AS look
JOIN core.location_spell AS s
    ON s.retailer = look.retailer AND s.listed AND s.from_not_after_utc <= look.snapshot_at
    AND (s.to_not_after_utc IS NULL OR s.to_not_after_utc > look.snapshot_at)
ORDER BY ALL
