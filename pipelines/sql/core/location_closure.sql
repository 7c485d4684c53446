-- Locations that three complete runs in a row did not hold: one may be a list that was being edited.
WITH complete_run AS (
    SELECT run_id, retailer, source, ended_utc, row_number() OVER (PARTITION BY retailer, source ORDER BY started_utc) AS nth
    FROM raw.run WHERE verdict = 'complete'
)
SELECT
    c.retailer, -- the declaration's stem
    c.location_ref, -- the first identifier that the source gave the place
    c.before_utc, -- the last look that held it
    c.seen_at_utc, -- the first that did not
    third.run_id -- the third
FROM core.location_change AS c
JOIN complete_run AS first USING (run_id)
JOIN complete_run AS third ON (third.retailer, third.source, third.nth) = (first.retailer, first.source, first.nth + 2)
    AND (c.next_utc IS NULL OR third.ended_utc < c.next_utc)
WHERE NOT c.present AND c.was_status <> 'closed' AND NOT c.has_closed
