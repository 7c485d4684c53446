-- From entries to locations that one can use, by country, at the last complete look of each day.
WITH looked AS (
    SELECT
        run.retailer, timezone(r.timezone, timezone('UTC', run.started_utc))::DATE AS local_date,
        max(run.ended_utc) AS seen_at_utc
    FROM raw.run AS run
    JOIN raw.retailer AS r USING (retailer)
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
    WHERE run.verdict = 'complete'
    GROUP BY ALL
),
entry AS (
    SELECT looked.local_date, s.*, bool_or(s.times_told) OVER (PARTITION BY looked.retailer, looked.local_date) AS any_told
    FROM looked
    JOIN core.location_spell AS s
        ON s.retailer = looked.retailer AND s.listed
        AND s.from_not_after_utc <= looked.seen_at_utc
        AND (s.to_not_after_utc IS NULL OR s.to_not_after_utc > looked.seen_at_utc)
)
SELECT
    retailer, -- the declaration's stem
    country, -- ISO 3166 alpha-2
    local_date, -- in the retailer's zone
    count(*) AS listed, -- entries of the locator
    CASE WHEN bool_or(any_told) THEN count(*) FILTER (bookable) END AS with_pickup_time, -- of them with a pick-up time; null where the source speaks of none
    count(*) FILTER (bookable AND public) AS publicly_selectable, -- of those not for company or campus use; what is not told is taken to be so
    CASE WHEN NOT coalesce(bool_and(pickup_weekdays IS NULL) FILTER (bookable AND public), FALSE)
        THEN count(*) FILTER (bookable AND public AND pickup_weekdays = 1) END AS one_weekday_only, -- of those open on one weekday; null where no weekdays are known
    CASE WHEN NOT coalesce(bool_and(pickup_weekdays IS NULL) FILTER (bookable AND public), FALSE)
        THEN count(*) FILTER (bookable AND public AND pickup_weekdays > 1) END AS several_weekdays, -- of those open on more; the rest does not tell
    sum(pickup_hours_week) FILTER (bookable AND public) AS pickup_hours_week -- hours a week, all of those together; null where none are known
FROM entry
GROUP BY retailer, country, local_date
