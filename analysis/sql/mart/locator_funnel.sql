-- From entries to locations that one can use, by country, at the last complete look of each day; of a retailer without a
-- locator what others counted (kind counts). All lines of a day together are the whole.
WITH looked AS (
    SELECT
        run.retailer, run.source, run.kind, timezone(r.timezone, timezone('UTC', run.started_utc))::DATE AS local_date,
        max(run.ended_utc) AS seen_at_utc
    FROM raw.run AS run
    JOIN raw.retailer AS r USING (retailer)
    SEMI JOIN core.primary_source AS p ON (p.retailer, p.source) = (run.retailer, run.source)
    WHERE run.verdict = 'complete'
        AND (run.kind = 'locations' OR run.kind = 'counts' AND run.retailer NOT IN (SELECT retailer FROM raw.source WHERE kind = 'locations'))
    GROUP BY ALL
),
entry AS (
    SELECT looked.local_date, s.*, bool_or(s.times_told) OVER (PARTITION BY looked.retailer, looked.local_date) AS any_told
    FROM looked
    JOIN core.location_spell AS s
        ON looked.kind = 'locations' AND s.retailer = looked.retailer AND s.listed
        AND s.from_not_after_utc <= looked.seen_at_utc
        AND (s.to_not_after_utc IS NULL OR s.to_not_after_utc > looked.seen_at_utc)
),
told AS (
    SELECT looked.retailer, looked.local_date, c.scope, c.quantity, CASE WHEN c.present THEN c.value END AS value
    FROM looked
    JOIN raw.count_state AS c
        ON looked.kind = 'counts' AND (c.retailer, c.source) = (looked.retailer, looked.source)
        AND c.seen_at_utc <= looked.seen_at_utc
    QUALIFY row_number() OVER (PARTITION BY looked.retailer, looked.local_date, c.scope, c.quantity ORDER BY c.seen_at_utc DESC) = 1
),
scoped AS (
    SELECT
        retailer, local_date, scope,
        max(value) FILTER (quantity = 'locations_listed') AS listed,
        max(value) FILTER (quantity = 'locations_with_pickup_time') AS with_pickup_time,
        max(value) FILTER (quantity = 'locations_public') AS publicly_selectable,
        max(value) FILTER (quantity = 'locations_one_weekday') AS one_weekday_only,
        max(value) FILTER (quantity = 'locations_several_weekdays') AS several_weekdays
    FROM told
    WHERE value IS NOT NULL
    GROUP BY retailer, local_date, scope
),
-- Of the figures of all locations, what is left when those told by country are taken off.
rest AS (
    SELECT
        retailer, local_date,
        any_value(listed) FILTER (scope = '') - coalesce(sum(listed) FILTER (scope <> ''), 0) AS listed,
        any_value(with_pickup_time) FILTER (scope = '') - coalesce(sum(with_pickup_time) FILTER (scope <> ''), 0) AS with_pickup_time,
        any_value(publicly_selectable) FILTER (scope = '') - coalesce(sum(publicly_selectable) FILTER (scope <> ''), 0) AS publicly_selectable,
        any_value(one_weekday_only) FILTER (scope = '') - coalesce(sum(one_weekday_only) FILTER (scope <> ''), 0) AS one_weekday_only,
        any_value(several_weekdays) FILTER (scope = '') - coalesce(sum(several_weekdays) FILTER (scope <> ''), 0) AS several_weekdays
    FROM scoped
    GROUP BY retailer, local_date
),
counted AS (
    SELECT retailer, scope AS country, * EXCLUDE (retailer, scope) FROM scoped WHERE scope <> ''
    UNION ALL BY NAME
    FROM rest
)
SELECT
    retailer, -- the declaration's stem
    country, -- ISO 3166 alpha-2, or as those who counted call a part; null where none is told
    local_date, -- in the retailer's zone
    listed, -- entries of the locator; null for not told
    with_pickup_time, -- of them with a pick-up time; null where the source speaks of none
    publicly_selectable, -- of those not for company or campus use; what a locator does not tell is taken to be so
    one_weekday_only, -- of those open on one weekday; null where no weekdays are known
    several_weekdays, -- of those open on more; the rest does not tell
    pickup_hours_week, -- hours a week, all of those together; null where none are known
    by_others -- whether others counted them, where nobody can look any more
FROM (
    SELECT
        retailer, country, local_date,
        count(*) AS listed,
        CASE WHEN bool_or(any_told) THEN count(*) FILTER (bookable) END AS with_pickup_time,
        count(*) FILTER (bookable AND public) AS publicly_selectable,
        CASE WHEN NOT coalesce(bool_and(pickup_weekdays IS NULL) FILTER (bookable AND public), FALSE)
            THEN count(*) FILTER (bookable AND public AND pickup_weekdays = 1) END AS one_weekday_only,
        CASE WHEN NOT coalesce(bool_and(pickup_weekdays IS NULL) FILTER (bookable AND public), FALSE)
            THEN count(*) FILTER (bookable AND public AND pickup_weekdays > 1) END AS several_weekdays,
        sum(pickup_hours_week) FILTER (bookable AND public) AS pickup_hours_week,
        FALSE AS by_others
    FROM entry
    GROUP BY retailer, country, local_date
    UNION ALL
    SELECT
        retailer, country, local_date, listed::BIGINT, with_pickup_time::BIGINT, publicly_selectable::BIGINT,
        one_weekday_only::BIGINT, several_weekdays::BIGINT, NULL, TRUE
    FROM counted
    WHERE coalesce(nullif(listed, 0), nullif(with_pickup_time, 0), nullif(publicly_selectable, 0), nullif(one_weekday_only, 0), nullif(several_weekdays, 0)) IS NOT NULL
)
