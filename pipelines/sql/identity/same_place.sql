-- Pairs of a new identifier and a known place that is gone, which stand at the same spot: first by name, then the nearest.
CREATE OR REPLACE TEMP TABLE same_place AS
WITH spot AS (
    SELECT
        *, lower(name) AS word,
        coalesce(printf('%.4f %.4f', lat, lon), lower(nullif(concat_ws(' ', postcode, street), ''))) AS spot
    FROM unmatched
),
numbered AS (
    SELECT *, row_number() OVER (PARTITION BY is_fresh, spot, word ORDER BY location_ref) AS nth FROM spot
),
by_name AS (
    SELECT f.location_ref AS fresh_ref, g.location_ref
    FROM numbered AS f JOIN numbered AS g ON f.is_fresh AND NOT g.is_fresh AND (f.spot, f.nth) = (g.spot, g.nth)
        AND f.word IS NOT DISTINCT FROM g.word
),
remaining AS (
    FROM spot WHERE NOT (CASE WHEN is_fresh THEN location_ref IN (SELECT fresh_ref FROM by_name)
        ELSE location_ref IN (SELECT location_ref FROM by_name) END)
),
near AS (
    SELECT
        f.location_ref AS fresh_ref, g.location_ref,
        coalesce(111320 * sqrt((f.lat - g.lat) ** 2 + ((f.lon - g.lon) * cos(radians(f.lat))) ** 2), 0) AS metres
    FROM remaining AS f JOIN remaining AS g ON f.is_fresh AND NOT g.is_fresh
        AND f.lat BETWEEN g.lat - 0.0005 AND g.lat + 0.0005 AND f.lon BETWEEN g.lon - 0.002 AND g.lon + 0.002
    UNION
    SELECT f.location_ref, g.location_ref, 0
    FROM remaining AS f JOIN remaining AS g ON f.is_fresh AND NOT g.is_fresh
        AND lower(f.street) = lower(g.street) AND lower(f.postcode) = lower(g.postcode)
),
nearest AS (
    FROM near WHERE metres <= 50
    QUALIFY row_number() OVER (PARTITION BY fresh_ref ORDER BY metres, location_ref) = 1
        AND row_number() OVER (PARTITION BY location_ref ORDER BY metres, fresh_ref) = 1
)
SELECT fresh_ref, location_ref FROM by_name
UNION ALL
SELECT fresh_ref, location_ref FROM nearest
