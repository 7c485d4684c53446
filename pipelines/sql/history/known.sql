-- What we know from now on.
INSERT INTO raw.{kind}_latest BY NAME FROM changed
