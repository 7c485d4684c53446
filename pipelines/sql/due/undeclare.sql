-- The board is made of other files.
DELETE FROM declared
