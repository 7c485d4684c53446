-- warn: the last run has something that was not understood in a way that no run before it had; the source has new words.
WITH unknown AS (
    -- Texts that nobody can read differ from run to run; why they cannot be read does not.
    SELECT run_id, stage || ': ' || regexp_replace(reason, $$'.*'|".*"$$, '…', 'g') AS word, count(*) AS records, min(reason) AS example
    FROM raw.reject GROUP BY run_id, word
    UNION ALL
    SELECT run_id, name, count, name FROM raw.run_count WHERE contains(name, 'not understood')
),
known AS (
    SELECT run.retailer, run.source, unknown.word, min(run.started_utc) AS first_utc
    FROM unknown JOIN raw.run AS run ON run.run_id = unknown.run_id
    GROUP BY run.retailer, run.source, unknown.word
)
SELECT l.retailer, l.source, l.run_id, unknown.example, unknown.records
FROM core.latest_run AS l
JOIN unknown ON unknown.run_id = l.run_id
JOIN known ON (known.retailer, known.source, known.word) = (l.retailer, l.source, unknown.word)
WHERE known.first_utc = l.started_utc
    AND EXISTS (FROM core.usual_run AS u WHERE (u.retailer, u.source) = (l.retailer, l.source))
