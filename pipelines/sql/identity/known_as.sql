-- Each entry under the first identifier that its place had. An identifier that only differs in padding is the same,
-- where there is just one such; a place that is listed under two of its identifiers keeps the newer, the other is another place.
CREATE OR REPLACE TEMP TABLE staged AS
WITH exact AS (
    SELECT s.*, a.location_ref AS known_ref, regexp_replace(upper(s.location_ref), '(^|[^0-9])0+([0-9])', '\1\2', 'g') AS bare
    FROM staged AS s LEFT JOIN alias AS a ON a.told_ref = s.location_ref
),
padded AS (
    SELECT regexp_replace(upper(told_ref), '(^|[^0-9])0+([0-9])', '\1\2', 'g') AS bare, any_value(location_ref) AS known_ref
    FROM alias
    WHERE location_ref NOT IN (SELECT known_ref FROM exact WHERE known_ref IS NOT NULL)
    GROUP BY ALL HAVING count(DISTINCT location_ref) = 1
),
resolved AS (
    SELECT
        e.* EXCLUDE (known_ref, bare), e.location_ref AS told_ref,
        coalesce(
            e.known_ref,
            CASE WHEN count(*) FILTER (e.known_ref IS NULL) OVER (PARTITION BY e.bare) = 1 THEN p.known_ref END,
            e.location_ref
        ) AS place
    FROM exact AS e LEFT JOIN padded AS p ON p.bare = e.bare AND e.known_ref IS NULL
),
ranked AS (
    SELECT r.*, row_number() OVER (PARTITION BY r.place ORDER BY r.told_ref = k.told_ref DESC, r.told_ref) AS nth
    FROM resolved AS r
    LEFT JOIN raw.location_latest AS k
        ON k.retailer = $retailer AND k.source = $source AND k.location_ref = r.place
)
SELECT * EXCLUDE (place, nth) REPLACE (CASE WHEN nth = 1 THEN place ELSE told_ref || '~' || nth END AS location_ref)
FROM ranked
