-- What was learnt of the locations of a source, the latest first.
SELECT from_date, requests, shares FROM learnt WHERE spider = :spider ORDER BY from_date DESC
