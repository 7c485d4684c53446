-- Of which files the board was made, and what is wrong with them.
SELECT fingerprint, problems FROM declared
