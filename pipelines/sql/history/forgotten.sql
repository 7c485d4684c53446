-- What we last knew makes room for what changed; slots of the past need not be known any more.
DELETE FROM raw.{kind}_latest AS known
WHERE known.retailer = $retailer AND known.source = $source
    AND ({over} OR ({key}) IN (SELECT ({key}) FROM changed))
