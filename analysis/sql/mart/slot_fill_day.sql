-- Places of pick-up slots by location and local day of the slot, until the last complete look: how many were offered and taken; what nobody could see is a range.
WITH day AS (
    SELECT
        retailer, location_id,
        timezone(r.timezone, timezone('UTC', o.slot_start_utc))::DATE AS local_date,
        sum(capacity) AS offered,
        any_value(looked_as) AS looked_as,
        bool_and(is_bounded) AS is_bounded,
        sum(gone_high) AS gone,
        sum(gone_low - on_hold) AS low,
        sum(gone_high) - sum(on_hold) * any_value(returned_share) AS point,
        sum(gone_high + unexplained) AS high,
        sum(places_left - unexplained) FILTER (unseen_minutes > 0) AS left_unseen,
        sum(least(places_left - unexplained, places_a_minute * unseen_minutes)::DECIMAL(18, 6))::DOUBLE AS unseen,
        min(first_utc) AS first_utc,
        max(end_utc) AS end_utc
    FROM mart.slot_outcome AS o
    JOIN raw.retailer AS r USING (retailer)
    GROUP BY ALL
),
bounded AS (
    SELECT
        *,
        -- of a Poisson number with the mean that was to be expected, the quantile that the rules ask for
        CASE WHEN unseen > 0 THEN least(left_unseen, [
            k FOR k IN range(0, ceil(unseen + 5 * sqrt(unseen) + 5)::BIGINT)
            IF list_sum([exp(j * ln(unseen) - unseen - lgamma(j + 1)) FOR j IN range(0, k + 1)]) >= sureness
        ][1]) ELSE 0 END AS unseen_high
    FROM day JOIN core.slot_rule USING (retailer)
)
SELECT
    d.retailer, -- the declaration's stem
    location_id, -- ours
    d.local_date, -- of the slot, in the retailer's zone
    any_value(offered) AS offered, -- places in all; null for not told
    any_value(low) AS taken_low, -- gone at the last look, before our first one too, less those that may be on hold
    CASE WHEN any_value(is_bounded) THEN any_value(point + least(unseen, unseen_high)) END AS taken_point, -- of holds, the usual share comes back; places went on going as fast as they did; null where the source does not tell how many are left
    CASE WHEN any_value(is_bounded) THEN any_value(high + unseen_high) END AS taken_high, -- with all that may have gone while one could order and nobody looked
    any_value(gone / offered) AS fill_share, -- places gone at the last look, holds among them; null where there are no places
    max(date_diff('minute', greatest(before_utc, first_utc), least(looked_utc, end_utc))) AS longest_gap_minutes -- between two complete looks at it while one could order
FROM bounded AS d
LEFT JOIN core.slot_look AS look
    ON (look.retailer, look.looked_as) = (d.retailer, d.looked_as) AND look.looked_utc > d.first_utc AND look.before_utc < d.end_utc
GROUP BY d.retailer, location_id, d.local_date
