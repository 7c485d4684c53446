-- Keys that are new, say something else, reappear, or were not seen: one join of what we saw with what we last knew tells them all.
CREATE OR REPLACE TEMP TABLE compared AS
SELECT
    seen.*, known.known_row,
    greatest(known.seen_at_utc, {last_complete_utc}) AS before_utc
FROM (SELECT rowid AS seen_row, * FROM staged) AS seen
FULL JOIN (
    SELECT rowid AS known_row, * FROM raw.{kind}_latest WHERE retailer = $retailer AND source = $source AND {in_scope}
) AS known USING ({key})
WHERE known.known_row IS NULL OR seen.seen_row IS NULL OR NOT known.present OR ({differs})
