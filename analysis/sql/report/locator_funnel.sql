-- From entries of the locator to locations that one can use, by country and in all, at the last complete look.
SELECT
    country, -- ISO 3166 alpha-2; null in the total line
    grouping(country) = 1 AS is_total, -- the line over all countries
    local_date, -- of the look, in the retailer's zone
    sum(listed)::BIGINT AS listed, -- entries of the locator
    sum(with_pickup_time)::BIGINT AS with_pickup_time, -- of them with a pick-up time
    sum(publicly_selectable)::BIGINT AS publicly_selectable, -- of those not for company or campus use
    CASE WHEN sum(pickup_hours_week) IS NOT NULL THEN sum(one_weekday_only) END::BIGINT AS one_weekday_only, -- of those open on one weekday; null for not told
    sum(pickup_hours_week) AS pickup_hours_week -- hours a week, all of those together; null for not told
FROM mart.locator_funnel
WHERE retailer = $retailer
    AND local_date = (SELECT max(local_date) FROM mart.locator_funnel WHERE retailer = $retailer)
GROUP BY GROUPING SETS ((local_date, country), (local_date))
ORDER BY is_total, publicly_selectable DESC, listed DESC, country
