-- Where the warehouse says that the answers of each archived file begin.
SELECT warc_file, list(warc_offset ORDER BY warc_offset) AS offsets FROM raw.capture GROUP BY warc_file
