-- Where the answers lie whose identifier begins so, the first archived first.
SELECT capture_id, warc_file, warc_offset
FROM raw.capture
WHERE starts_with(capture_id, $beginning)
ORDER BY seen_at_utc, warc_file, warc_offset
