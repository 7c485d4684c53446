-- How many due times of each source did not run since an instant, by what became of them.
SELECT spider, outcome, count(*) AS times FROM due_time
WHERE due_utc > :since_utc AND outcome NOT IN ('taken', 'ran')
GROUP BY spider, outcome ORDER BY spider, outcome
