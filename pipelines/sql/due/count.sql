-- Every note has a number of its own.
UPDATE counter SET change = change + 1
