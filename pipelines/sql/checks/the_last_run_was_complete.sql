-- warn: the last run did not see all there was to see; it made nothing missing.
SELECT retailer, source, verdict, ended_utc, verdict_reasons
FROM core.latest_run
WHERE verdict <> 'complete'
