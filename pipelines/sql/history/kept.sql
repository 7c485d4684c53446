-- The history gets what changed, and nothing else.
INSERT INTO raw.{kind}_state BY NAME FROM changed
