-- Of how many records each field is told: of those that are known, then of those of this run.
SELECT count(*) AS records, {told} FROM raw.{kind}_latest WHERE retailer = $retailer AND source = $source AND present AND {in_scope}
UNION ALL
SELECT count(*) AS records, {told} FROM staged
