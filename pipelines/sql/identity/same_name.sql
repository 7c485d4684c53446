-- Where identifiers are made of the content: the one entry of a name that is new and the one that is gone, in one city.
INSERT INTO same_place
WITH remaining AS (
    SELECT is_fresh, location_ref, lower(name) AS word, lower(city) AS town FROM unmatched
    WHERE location_ref NOT IN (SELECT fresh_ref FROM same_place UNION ALL SELECT location_ref FROM same_place)
    QUALIFY count(*) OVER (PARTITION BY is_fresh, word, town) = 1
)
SELECT f.location_ref, g.location_ref
FROM remaining AS f JOIN remaining AS g ON f.is_fresh AND NOT g.is_fresh AND f.word = g.word
    AND f.town IS NOT DISTINCT FROM g.town
