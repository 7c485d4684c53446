-- The retailer, and how much of it the warehouse holds.
SELECT
    r.retailer, -- the declaration's stem
    r.name, -- as the public knows it
    r.url, -- its site
    r.timezone, -- IANA name; local dates are days of this zone
    r.robots, -- obeyed, or ignored with the reason
    count(run.run_id) AS runs, -- executions of a source
    coalesce(sum(run.looks), 0)::BIGINT AS looks, -- attempts to see something
    min(run.started_utc) AS first_utc, -- the first run's start
    max(run.ended_utc) AS last_utc, -- the last look: where the data ends
    arg_max(run.run_id, (run.started_utc, run.run_id)) AS last_run_id, -- the run that began last
    arg_max(run.program_version, (run.started_utc, run.run_id)) AS program_version -- of orderscope, at that run
FROM raw.retailer AS r
LEFT JOIN raw.run AS run ON run.retailer = r.retailer
WHERE r.retailer = $retailer
GROUP BY ALL
