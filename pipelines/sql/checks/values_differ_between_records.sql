-- warn: all records have one and the same value where they had several; a site that lies, or a page read in the wrong place.
WITH value_now AS (
    SELECT retailer, source, 'price' AS field, price::VARCHAR AS value FROM raw.price_latest WHERE present
    UNION ALL
    SELECT retailer, source, 'places', places::VARCHAR FROM raw.slot_latest WHERE present
    UNION ALL
    SELECT retailer, source, 'status', status FROM raw.slot_latest WHERE present
    UNION ALL
    SELECT retailer, source, 'lat, lon', lat || ', ' || lon FROM raw.location_latest WHERE present
    UNION ALL
    SELECT retailer, source, metric, value::VARCHAR FROM raw.attention_latest WHERE present AND message_ref <> ''
),
ever AS (
    SELECT retailer, source, 'price' AS field, min(price) < max(price) AS differed FROM raw.price_state GROUP BY ALL
    UNION ALL
    SELECT retailer, source, 'places', min(places) < max(places) FROM raw.slot_state GROUP BY ALL
    UNION ALL
    SELECT retailer, source, 'status', min(status) < max(status) FROM raw.slot_state GROUP BY ALL
    UNION ALL
    SELECT retailer, source, 'lat, lon', min(lat) < max(lat) FROM raw.location_state GROUP BY ALL
    UNION ALL
    SELECT retailer, source, metric, min(value) < max(value) FROM raw.attention_state WHERE message_ref <> '' GROUP BY ALL
)
SELECT n.retailer, n.source, n.field, min(n.value) AS value, count(*) AS records
FROM value_now AS n
JOIN ever AS e ON (e.retailer, e.source, e.field) = (n.retailer, n.source, n.field)
WHERE n.value IS NOT NULL
GROUP BY n.retailer, n.source, n.field, e.differed
-- Of a source seen for the first time nothing is known: five prices or twenty places are not all alike.
HAVING count(DISTINCT n.value) = 1 AND (
    (e.differed AND count(*) >= 5) OR (
        ((n.field = 'price' AND count(*) >= 5) OR (n.field = 'lat, lon' AND count(*) >= 20))
        AND NOT EXISTS (FROM core.usual_run AS u WHERE (u.retailer, u.source) = (n.retailer, n.source))
    )
)
