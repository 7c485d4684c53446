-- Only the last days' learning is gone by.
DELETE FROM learnt WHERE spider = :spider AND from_date NOT IN (
    SELECT from_date FROM learnt WHERE spider = :spider ORDER BY from_date DESC LIMIT 7
)
