-- How much was archived: answers, and their bytes before compression.
SELECT count(*) AS answers, coalesce(sum(bytes), 0)::BIGINT AS bytes FROM raw.capture
