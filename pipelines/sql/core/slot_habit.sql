-- How a source speaks of slots, as its whole history shows it.
SELECT
    retailer, -- the declaration's stem
    source, -- the source's name within the retailer
    bool_or(status = 'full' OR places = 0) AS shows_full, -- where it never does, a slot that vanishes was taken
    bool_or(coalesce(status = 'past_cutoff' AND places > 0, FALSE)) AS tells_after_cutoff -- where it does not, places that go then have expired
FROM raw.slot_state
WHERE present
GROUP BY retailer, source
