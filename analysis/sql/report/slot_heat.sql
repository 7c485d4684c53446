-- Places offered and taken in the last seven days before the last complete look, by weekday and hour at which the slot begins.
WITH slot AS (
    SELECT
        timezone(r.timezone, timezone('UTC', o.slot_start_utc)) AS local_start,
        o.capacity,
        o.gone_high - o.on_hold * o.returned_share AS taken
    FROM mart.slot_outcome AS o
    JOIN raw.retailer AS r USING (retailer)
    WHERE o.retailer = $retailer
),
looked AS (SELECT max(local_date) AS until_date FROM core.slot_look WHERE retailer = $retailer)
SELECT
    isodow(local_start)::INTEGER AS weekday, -- 1 is Monday
    hour(local_start)::INTEGER AS hour, -- in the retailer's zone
    sum(capacity)::DOUBLE AS offered, -- places in all; null for not told
    sum(taken::DECIMAL(38, 15))::DOUBLE AS taken -- places gone at the last look, without the share of those on hold that usually comes back; a sum of decimals has no order
FROM slot
JOIN looked ON local_start::DATE BETWEEN until_date - 7 AND until_date - 1
GROUP BY ALL
ORDER BY ALL
