-- The archived answers behind each row of the article's table: the two own orders' numbers, and the first and the last
-- complete look at the locations in between.
WITH numbered AS (
    SELECT i.series, i.from_utc, i.to_utc, unnest([i.from_utc, i.to_utc]) AS at_utc, unnest([i.number_from, i.number_to]) AS number
    FROM mart.invoice_interval AS i WHERE i.retailer = $retailer
),
own AS (
    SELECT n.series, n.from_utc, n.to_utc, o.run_id, o.capture_id, FALSE AS is_locator
    FROM numbered AS n JOIN core.own_number AS o
        ON o.retailer = $retailer AND contains(o.invoice_number, n.number::VARCHAR)
        AND o.ordered_at_utc BETWEEN n.at_utc - INTERVAL 1 DAY AND n.at_utc + INTERVAL 1 DAY
),
locator_run AS (
    SELECT
        i.series, i.from_utc, i.to_utc,
        list_distinct([arg_min(run.run_id, run.started_utc), arg_max(run.run_id, run.started_utc)]) AS run_ids
    FROM mart.invoice_interval AS i
    JOIN raw.run AS run ON run.retailer = i.retailer AND run.verdict = 'complete' AND run.started_utc BETWEEN i.from_utc AND i.to_utc
    SEMI JOIN core.primary_source AS p ON p.kind = 'locations' AND (p.retailer, p.source) = (run.retailer, run.source)
    WHERE i.retailer = $retailer
    GROUP BY ALL
),
locator AS (
    SELECT r.* EXCLUDE (run_ids), look.run_id, look.capture_id, TRUE AS is_locator
    FROM locator_run AS r JOIN raw.look AS look ON list_contains(r.run_ids, look.run_id)
    WHERE look.capture_id IS NOT NULL
)
SELECT
    shown.series, -- the row's
    shown.from_utc, -- the row's
    shown.to_utc, -- the row's
    c.run_id, -- the run
    c.url, -- what was asked for
    c.seen_at_utc, -- when the answer came
    c.warc_file, -- below data/archive
    c.warc_offset, -- where the record begins
    c.record, -- response, resource (a file) or revisit
    c.capture_id -- SHA-256 of the body
FROM (FROM own UNION BY NAME FROM locator) AS shown
JOIN raw.capture AS c ON (c.run_id, c.capture_id) = (shown.run_id, shown.capture_id)
ORDER BY shown.series, shown.from_utc, shown.to_utc, shown.is_locator, c.seen_at_utc, c.warc_offset
