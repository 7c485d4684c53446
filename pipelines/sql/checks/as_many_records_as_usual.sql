-- warn: the last run holds far more or far fewer records than the complete runs before it, by more than twice what they strayed.
WITH usual AS (
    SELECT
        retailer, source, count(*) AS runs, median(sightings) AS middle,
        max(sightings) - median(sightings) AS above, median(sightings) - min(sightings) AS below
    FROM core.usual_run WHERE NOT is_scoped GROUP BY retailer, source
),
band AS (
    SELECT
        *,
        2 * greatest(above, below) AS strayed,
        -- Slots are few before a week-end; lists of offers come and go; of a few runs little was learnt.
        middle * CASE kind WHEN 'slots' THEN 0.75 WHEN 'prices' THEN 0.25 ELSE if(runs < 5, 0.25, 0.05) END AS least
    FROM core.latest_run JOIN usual USING (retailer, source)
    WHERE places IS NULL -- what looked at some locations only was held against what is known of these
)
SELECT
    retailer, source, run_id, sightings,
    floor(middle - greatest(strayed, least, 2)) AS low, ceil(middle + greatest(strayed, least, 2)) AS high
FROM band
WHERE kind IN ('locations', 'slots', 'prices') AND verdict IN ('complete', 'partial')
    AND NOT sightings BETWEEN low AND high
