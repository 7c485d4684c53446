-- warn: the last run lists records more than once, more of them than runs before it did; pages overlap, or identifiers are shared.
WITH repeated AS (
    SELECT run_id, value AS records, detail FROM raw.run_check WHERE name = 'each record is listed once'
),
usual AS (
    SELECT u.retailer, u.source, max(r.records) AS records
    FROM core.usual_run AS u JOIN repeated AS r ON r.run_id = u.run_id GROUP BY u.retailer, u.source
)
SELECT l.retailer, l.source, l.run_id, r.records::BIGINT AS records, r.detail
FROM core.latest_run AS l
JOIN repeated AS r ON r.run_id = l.run_id
LEFT JOIN usual AS u ON (u.retailer, u.source) = (l.retailer, l.source)
WHERE r.records > 2 * coalesce(u.records, 0)
