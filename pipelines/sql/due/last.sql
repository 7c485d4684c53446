-- The last due time of a source of which something is known.
SELECT max(due_utc) AS due_utc FROM due_time WHERE spider = :spider
