-- How much a slower look, up to one a day, would have missed of the places that went.
SELECT
    minutes, -- between two looks that are kept, usually
    seen_share -- of the places that all looks saw go
FROM mart.slot_thinning
WHERE retailer = $retailer AND seen_share IS NOT NULL AND minutes <= 1440
ORDER BY every_nth
