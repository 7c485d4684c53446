-- Every archived answer, in the order of the archive.
SELECT url, seen_at_utc, warc_file, warc_offset, capture_id
FROM raw.capture
ORDER BY warc_file, warc_offset
