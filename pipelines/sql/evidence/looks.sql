-- Addresses by the outcome of the last look at each, and a reason for it: a refusal followed by an answer is no gap.
SELECT outcome, count(*) AS addresses, min(reason) AS reason FROM (
    SELECT
        url,
        arg_max(outcome, (seen_at_utc, rowid)) AS outcome,
        arg_max(reason, (seen_at_utc, rowid)) AS reason
    FROM landed_look GROUP BY url
) GROUP BY outcome
