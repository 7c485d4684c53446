-- Addresses by the outcome of the last look at each: a refusal that was followed by an answer is no gap.
SELECT outcome, count(*) FROM (
    SELECT url, arg_max(outcome, (seen_at_utc, landed)) AS outcome FROM landed_look GROUP BY url
) GROUP BY outcome
