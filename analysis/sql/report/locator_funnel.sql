-- From entries of the locator to locations that one can use, by country and in all, at the last complete look.
SELECT
    country, -- ISO 3166 alpha-2, or as those who counted call a part; null where none is told, and in the total line
    grouping(country) = 1 AS is_total, -- the line over all countries
    local_date, -- of the look, in the retailer's zone
    sum(listed)::BIGINT AS listed, -- entries of the locator; null for not told
    sum(with_pickup_time)::BIGINT AS with_pickup_time, -- of them with a pick-up time; null for not told
    sum(publicly_selectable)::BIGINT AS publicly_selectable, -- of those not for company or campus use; null for not told
    CASE WHEN sum(pickup_hours_week) IS NOT NULL OR by_others AND count(one_weekday_only) = count(*)
        THEN sum(one_weekday_only) END::BIGINT AS one_weekday_only, -- of those open on one weekday; null for not told
    CASE WHEN sum(pickup_hours_week) IS NOT NULL OR by_others AND count(several_weekdays) = count(*)
        THEN sum(several_weekdays) END::BIGINT AS several_weekdays, -- of those open on more; null for not told
    sum(pickup_hours_week) AS pickup_hours_week, -- hours a week, all of those together; null for not told
    by_others -- whether others counted them, where nobody can look any more
FROM mart.locator_funnel
WHERE retailer = $retailer
    AND local_date = (SELECT max(local_date) FROM mart.locator_funnel WHERE retailer = $retailer)
GROUP BY GROUPING SETS ((local_date, by_others, country), (local_date, by_others))
ORDER BY is_total, country IS NULL, publicly_selectable DESC, listed DESC, country
