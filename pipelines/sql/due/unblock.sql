-- A look succeeded: no pause after blocks any more; a hold stays.
DELETE FROM pause WHERE spider = :spider AND blocked > 0
