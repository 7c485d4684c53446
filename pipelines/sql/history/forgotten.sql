-- What we last knew makes room for what changed; slots of the past that are listed no more need not be known.
DELETE FROM raw.{kind}_latest AS known
WHERE known.retailer = $retailer AND known.source = $source
    AND (({over} AND ({key}) NOT IN (SELECT ({key}) FROM staged)) OR ({key}) IN (SELECT ({key}) FROM changed))
