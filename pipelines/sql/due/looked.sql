-- The last due time of a source before another at which somebody looked.
SELECT max(due_utc) AS due_utc FROM due_time
WHERE spider = :spider AND due_utc < :due_utc AND outcome IN ('taken', 'ran')
