-- A source is looked at again.
DELETE FROM pause WHERE spider = :spider
