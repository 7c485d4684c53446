-- For how long one can pick up, by location and local day of the slots; windows that overlap count once.
WITH slot AS (
    SELECT
        o.retailer, o.location_id, o.slot_start_utc, o.slot_end_utc,
        timezone(r.timezone, timezone('UTC', o.slot_start_utc))::DATE AS local_date,
        max(o.slot_end_utc) OVER (
            PARTITION BY o.retailer, o.location_id ORDER BY o.slot_start_utc, o.slot_end_utc
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS covered_until_utc
    FROM mart.slot_outcome AS o JOIN raw.retailer AS r USING (retailer)
)
SELECT
    retailer, -- the declaration's stem
    location_id, -- ours
    local_date, -- on which the slots begin, in the retailer's zone
    count(*) AS windows, -- slots that were offered
    sum(greatest(0, date_diff('second', greatest(slot_start_utc, covered_until_utc), slot_end_utc))) / 3600 AS hours -- in which one could pick up
FROM slot
GROUP BY retailer, location_id, local_date
