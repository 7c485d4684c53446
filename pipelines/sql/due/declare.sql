-- Of which files the board is made.
INSERT INTO declared (fingerprint, problems) VALUES (:fingerprint, :problems)
