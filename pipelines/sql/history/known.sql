-- What we know from now on.
INSERT INTO raw.{kind}_latest BY NAME SELECT * EXCLUDE (known_row) FROM changed
