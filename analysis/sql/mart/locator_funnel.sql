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
)
SELECT
    looked.retailer, -- the declaration's stem
    s.country, -- ISO 3166 alpha-2
    looked.local_date, -- in the retailer's zone
    count(*) AS listed, -- entries of the locator
    count(*) FILTER (s.bookable) AS with_pickup_time, -- of them with a pick-up time
    count(*) FILTER (s.bookable AND s.public) AS publicly_selectable, -- of those not for company or campus use
    count(*) FILTER (s.bookable AND s.public AND s.pickup_weekdays = 1) AS one_weekday_only, -- of those open on one weekday
    sum(s.pickup_hours_week) FILTER (s.bookable AND s.public) AS pickup_hours_week -- hours a week, all of those together
FROM looked
JOIN core.location_spell AS s
    ON s.retailer = looked.retailer AND s.listed
    AND s.from_not_after_utc <= looked.seen_at_utc
    AND (s.to_not_after_utc IS NULL OR s.to_not_after_utc > looked.seen_at_utc)
GROUP BY looked.retailer, s.country, looked.local_date
