-- Records that were read more than once. An answer that came for several addresses is a source that knows no paging.
WITH answer AS (
    SELECT capture_id FROM landed_look GROUP BY capture_id HAVING count(*) = 1
),
repeated AS (
    SELECT
        {key_text} AS key,
        count(*) AS times,
        count(*) - count(DISTINCT capture_id) AS within,
        bool_and(capture_id IN (SELECT capture_id FROM answer)) AS one_answer_each,
        count(DISTINCT hash({content})) > 1 AS differing
    FROM staged GROUP BY {key} HAVING count(*) > 1
)
SELECT
    count(*) AS keys,
    count(*) FILTER (differing) AS differing,
    coalesce(sum(within) FILTER (one_answer_each), 0)::BIGINT AS in_one_answer,
    arg_min(key, (NOT differing, key)) AS example
FROM repeated
