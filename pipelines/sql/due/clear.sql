-- The board is made anew.
DELETE FROM source
