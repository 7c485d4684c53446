-- How fast the slots of a location fill, drawn to the retailer's mean with the weight of one place.
SELECT
    retailer, -- the declaration's stem
    location_id, -- ours
    sum(fell) AS fell, -- places that went, those that came back with them
    sum(open_minutes) AS open_minutes, -- for how long one could order for its slots, all added up
    (sum(fell) + 1) / (sum(open_minutes) + greatest(sum(sum(open_minutes)) OVER mean, 1) / greatest(sum(sum(fell)) OVER mean, 1))
        AS places_a_minute, -- for each slot that is open
    coalesce(sum(sum(returned)) OVER mean / nullif(sum(sum(fell)) OVER mean, 0), 0) AS returned_share -- of the retailer's places that went, how many came back
FROM mart.slot_outcome
GROUP BY retailer, location_id
WINDOW mean AS (PARTITION BY retailer)
