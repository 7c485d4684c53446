-- Each location in the last seven days before the last complete look: hours in which one can pick up, places, and why it can hardly be used.
WITH looked AS (SELECT max(local_date) AS until_date FROM core.slot_look WHERE retailer = $retailer),
week AS (
    SELECT
        h.location_id,
        count(*) AS weekdays, sum(h.hours) AS hours,
        sum(f.offered) AS offered, sum(f.taken_low) AS taken_low, CASE WHEN count(f.taken_high) = count(*) THEN sum(f.taken_high) END AS taken_high,
        sum(f.fill_share * f.offered) / nullif(sum(f.offered) FILTER (f.fill_share IS NOT NULL), 0) AS fill_share
    FROM mart.slot_hours_day AS h
    JOIN mart.slot_fill_day AS f USING (retailer, location_id, local_date)
    JOIN looked ON h.local_date BETWEEN looked.until_date - 7 AND looked.until_date - 1
    WHERE h.retailer = $retailer
    GROUP BY h.location_id
)
SELECT
    w.location_id, -- ours
    coalesce(l.name, l.ref, w.location_id) AS name, -- as the locator has it
    l.city, -- null for not told
    l.country, -- ISO 3166 alpha-2; null for not listed
    w.weekdays::INTEGER AS weekdays, -- days with a slot
    w.hours, -- in which one can pick up
    w.offered::BIGINT AS offered, -- places in all; null for not told
    w.taken_low::BIGINT AS taken_low, -- at least
    w.taken_high::BIGINT AS taken_high, -- at most; null for not known
    w.fill_share, -- places gone at the last look, holds among them
    list_filter([
        CASE WHEN w.weekdays = 1 THEN 'one_weekday' END,
        CASE WHEN w.hours < 4 THEN 'few_hours' END,
        CASE WHEN w.fill_share >= 0.9 THEN 'nearly_full' END
    ], lambda reason: reason IS NOT NULL) AS hardly_usable -- one_weekday, few_hours (under four a week), nearly_full (90 % gone)
FROM week AS w
LEFT JOIN core.location AS l ON (l.retailer, l.location_id) = ($retailer, w.location_id)
ORDER BY l.country, w.hours, w.location_id
