-- The history gets what changed, and nothing else.
INSERT INTO raw.{kind}_state BY NAME SELECT * EXCLUDE (known_row) FROM changed
