-- How much time usually lies between two complete runs of a source, in seconds; null where there were none.
SELECT median(date_diff('second', earlier_utc, started_utc)) FROM (
    SELECT started_utc, lag(started_utc) OVER (ORDER BY started_utc) AS earlier_utc
    FROM raw.run WHERE retailer = $retailer AND source = $source AND verdict = 'complete'
    ORDER BY started_utc DESC LIMIT 7
)
