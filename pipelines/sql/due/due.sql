-- The sources that are due, overdue first.
SELECT spider, host FROM source WHERE next_utc <= :now_utc ORDER BY next_utc, position
