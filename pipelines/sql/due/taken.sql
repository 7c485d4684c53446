-- The due times of a source that somebody took and of which no end is known.
SELECT due_utc FROM due_time WHERE spider = :spider AND outcome = 'taken'
