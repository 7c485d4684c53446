-- The columns of a table or view, and what they mean.
SELECT column_name AS column, data_type AS type, comment AS means
FROM duckdb_columns()
WHERE schema_name || '.' || table_name = $name
ORDER BY column_index
