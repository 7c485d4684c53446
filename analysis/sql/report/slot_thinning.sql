-- How much a slower look would have missed of the places that went.
SELECT
    minutes, -- between two looks that are kept, usually
    seen_share -- of the places that all looks saw go
FROM mart.slot_thinning
WHERE retailer = $retailer AND seen_share IS NOT NULL
ORDER BY every_nth
