-- What we last knew makes room for what changed; slots of the past that are listed no more need not be known.
DELETE FROM raw.{kind}_latest AS known
WHERE known.rowid IN (SELECT known_row FROM changed)
    OR ({over} AND known.rowid IN (SELECT known_row FROM compared WHERE seen_row IS NULL))
