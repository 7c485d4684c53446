-- What became of due times since the last load.
INSERT OR REPLACE INTO raw.due_time BY NAME
SELECT split_part(spider, '.', 1) AS retailer, split_part(spider, '.', 2) AS source, * EXCLUDE (spider)
FROM read_json($file, format = 'newline_delimited', columns = {
    spider: 'VARCHAR', due_utc: 'TIMESTAMP', outcome: 'VARCHAR', noted_utc: 'TIMESTAMP', run_id: 'VARCHAR', why: 'VARCHAR',
    change: 'BIGINT'
})
