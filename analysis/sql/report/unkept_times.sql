-- Times at which a source was to be looked at and was not, by what became of them; the most frequent first.
SELECT
    source, -- the source's name within the retailer
    outcome, -- lost, missed, overlapped, held, paused or over_budget
    count(*) AS times, -- due times
    min(due_utc) AS first_utc, -- the first of them
    max(due_utc) AS last_utc, -- the last of them
    arg_max(why, due_utc) AS why -- of the last one, in words; null for not told
FROM raw.due_time
WHERE retailer = $retailer AND outcome NOT IN ('ran', 'taken')
GROUP BY source, outcome
ORDER BY times DESC, source, outcome
