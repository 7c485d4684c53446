-- How many answers have a cap, how many reached it, and how many cells were left capped.
SELECT
    count(*) FILTER (at_cap IS NOT NULL OR capped IS NOT NULL) AS answers,
    count(*) FILTER (at_cap OR capped > 0) AS at_cap,
    coalesce(sum(capped), 0)::BIGINT AS capped
FROM landed_look
