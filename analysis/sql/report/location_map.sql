-- Where the locations are that the locator listed at its last complete look, and who can use them.
SELECT
    ref, -- the retailer's own identifier
    coalesce(name, ref) AS name, -- as shown
    city, -- as the source writes it
    country, -- ISO 3166 alpha-2
    lat, -- degrees north, WGS 84
    lon, -- degrees east, WGS 84
    CASE
        WHEN status IN ('no_pickup_time', 'coming_soon', 'closed') THEN 'no_time'
        WHEN access = 'internal' THEN 'internal'
        ELSE 'public'
    END AS use -- public, internal, or no_time
FROM core.location
WHERE retailer = $retailer AND status NOT IN ('missing', 'closed') AND lat IS NOT NULL AND lon IS NOT NULL
ORDER BY ref
