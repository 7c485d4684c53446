-- What was last known makes room for what was known before.
DELETE FROM raw.{kind}_latest WHERE retailer = $retailer AND source = $source
