-- Which place the identifier of a slot means: the one that the locator lists, or once listed, under it; else itself.
WITH told AS (
    SELECT
        retailer, source, location_ref AS told_ref,
        min(seen_at_utc) FILTER (present) AS first_utc, max(seen_at_utc) FILTER (present) AS last_utc
    FROM raw.slot_state GROUP BY ALL
),
alias AS (
    SELECT a.retailer, a.value, arg_max(substr(a.location_id, length(a.retailer) + 2), a.last_seen_utc) AS place
    FROM core.location_alias AS a
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (a.retailer, a.system)
    GROUP BY a.retailer, a.value
),
listed AS (
    SELECT
        told.*, coalesce(alias.place, told_ref) AS place,
        coalesce(first_utc <= max(last_utc) OVER before, FALSE) AS is_beside
    FROM told LEFT JOIN alias ON (alias.retailer, alias.value) = (told.retailer, told.told_ref)
    WINDOW before AS (
        PARTITION BY told.retailer, source, coalesce(alias.place, told_ref) ORDER BY first_utc, told_ref
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
),
one_place AS (
    -- slots under two identifiers at a time are of two places, whatever the locator says
    SELECT retailer, source, place, bool_or(is_beside) AS are_two, count(*) AS identifiers FROM listed GROUP BY ALL
)
SELECT
    retailer, -- the declaration's stem
    source, -- the slots' source, by its name within the retailer
    told_ref, -- as that source writes it
    CASE WHEN are_two THEN told_ref ELSE place END AS location_ref, -- the place's, as in location_id
    identifiers > 1 AND NOT are_two AS is_renamed, -- whether the place has had others
    last_utc -- the last look that saw something new under it
FROM listed JOIN one_place USING (retailer, source, place)
