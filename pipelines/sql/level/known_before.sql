-- What the history says last is what was known.
INSERT INTO raw.{kind}_latest BY NAME
FROM raw.{kind}_state WHERE retailer = $retailer AND source = $source
QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY seen_at_utc DESC) = 1
