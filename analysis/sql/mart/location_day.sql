-- One row a location and local day from its first to its last sighting; a change lies in the middle of the two looks around it.
WITH last_check AS (
    SELECT retailer, max(started_utc) AS checked_utc
    FROM raw.run
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
    WHERE verdict = 'complete' GROUP BY retailer
),
spell AS (
    SELECT
        s.* EXCLUDE (country), r.timezone,
        coalesce(s.from_not_before_utc + (s.from_not_after_utc - s.from_not_before_utc) / 2, s.from_not_after_utc)
            AS from_utc,
        coalesce(s.to_not_before_utc + (s.to_not_after_utc - s.to_not_before_utc) / 2, greatest(c.checked_utc, s.from_not_after_utc)) AS to_utc
    FROM core.location_spell AS s
    JOIN raw.retailer AS r USING (retailer)
    LEFT JOIN last_check AS c USING (retailer)
    WHERE s.listed
),
local_spell AS (
    SELECT
        *,
        timezone(timezone, timezone('UTC', from_utc)) AS from_local,
        timezone(timezone, timezone('UTC', to_utc)) AS to_local
    FROM spell
),
part AS (
    SELECT
        retailer, location_id, bookable, public, from_local, day::DATE AS local_date,
        date_diff('second', greatest(from_local, day), least(to_local, day + INTERVAL 1 DAY)) / 86400 AS share
    FROM local_spell, unnest(generate_series(date_trunc('day', from_local), date_trunc('day', to_local), INTERVAL 1 DAY)) AS days(day)
),
looked AS (
    SELECT DISTINCT run.retailer, timezone(r.timezone, timezone('UTC', run.started_utc))::DATE AS local_date
    FROM raw.run AS run JOIN raw.retailer AS r USING (retailer)
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
    WHERE run.verdict = 'complete'
)
SELECT
    retailer, -- the declaration's stem
    location_id, -- ours
    local_date, -- in the retailer's zone
    TRUE AS listed, -- the locator held it on this day
    bool_or(bookable) AS bookable, -- with a pick-up time
    bool_or(public) AS public, -- not for company or campus use only
    coalesce(sum(share ORDER BY from_local) FILTER (bookable AND public), 0) AS share_of_day, -- of it listed, bookable and public
    (retailer, local_date) IN (SELECT (retailer, local_date) FROM looked) AS observed -- whether a complete run looked on this day
FROM part
GROUP BY retailer, location_id, local_date
