-- Say where the answers of a file begin now; they are in the same order as before.
UPDATE raw.capture SET warc_offset = moved.now
FROM (SELECT unnest($before::BIGINT[]) AS before, unnest($now::BIGINT[]) AS now) AS moved
WHERE raw.capture.warc_file = $warc_file AND raw.capture.warc_offset = moved.before
